namespace GoToolchain.Recovery.Repair;

/// <summary>One step of a repair.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">To what: relative to GOROOT, with <c>/</c>; absolute, or empty, where it is about something else.</param>
/// <param name="Text">The same in words: one sentence, in the imperative in a plan and as what was done in a report.</param>
public sealed record RepairAction(RepairActionKind Kind, string Path, string Text)
{
    /// <summary>How many bytes are written.</summary>
    public long Bytes { get; init; }

    /// <summary>Where they come from; null: from nowhere, or not known before.</summary>
    public string? Source { get; init; }

    /// <summary>Why it could not be done; null: it was done, or is only planned.</summary>
    public GoErrorCode? Failure { get; init; }
}
