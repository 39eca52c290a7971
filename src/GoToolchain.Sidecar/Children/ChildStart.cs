namespace GoToolchain.Sidecar.Children;

/// <summary>What a child is started with.</summary>
/// <param name="Executable">Absolute.</param>
/// <param name="Arguments">As it is to see them.</param>
/// <param name="Variables">Its whole environment.</param>
/// <param name="WorkingDirectory">Absolute.</param>
/// <param name="Mark">The value of <see cref="MarkVariable"/> in its environment: nobody else has it.</param>
/// <param name="OnLine">Called with each line that it prints, and whether it came from the standard error; by one thread at a time for each of them.</param>
internal sealed record ChildStart(
    string Executable,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Variables,
    string WorkingDirectory,
    string Mark,
    Action<string, bool> OnLine
)
{
    /// <summary>Inherited by everything that a sidecar starts, also when that leaves its process group and its parent.</summary>
    public const string MarkVariable = "GOTC_SIDECAR_ID";

    /// <summary>What the guardian is run by, on Linux and macOS.</summary>
    public string Shell { get; init; } = "/bin/sh";

    /// <summary>Where there is no <see cref="Shell"/> (images without one) it is started without a guardian, instead of not at all.</summary>
    public bool MayBeUnguarded { get; init; }
}
