namespace GoToolchain.Sources;

/// <summary>Why a source could not serve: one line.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Code">The kind of failure.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record GoSourceFailure(string Source, GoErrorCode Code, string Reason);
