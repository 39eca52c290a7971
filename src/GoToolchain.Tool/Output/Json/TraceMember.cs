namespace GoToolchain.Tool.Output.Json;

/// <summary>A run that was watched.</summary>
internal sealed record TraceMember(
    string Method,
    int? ExitCode,
    bool TimedOut,
    bool CutShort,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<TracedProcessMember> Processes
)
{
    public static TraceMember Of(LinkageTrace trace) =>
        new(
            Words.Kebab(trace.Method),
            trace.ExitCode,
            trace.IsTimedOut,
            trace.IsCutShort,
            trace.Remarks,
            [.. trace.Processes.Select(TracedProcessMember.Of)]
        );
}

/// <summary>A program that ran.</summary>
internal sealed record TracedProcessMember(
    int Id,
    string Program,
    IReadOnlyList<TracedLibraryMember> Loaded,
    IReadOnlyList<TracedMissMember> Missed
)
{
    public static TracedProcessMember Of(TracedProcess process) =>
        new(
            process.Id,
            process.Program,
            [.. process.Loaded.Select(l => new TracedLibraryMember(l.Path, l.IsAtStart))],
            [.. process.Missed.Select(m => new TracedMissMember(m.Name, m.Reason, m.Tried))]
        );
}

/// <summary>A library that was loaded.</summary>
internal sealed record TracedLibraryMember(string Path, bool AtStart);

/// <summary>A library that was looked for in vain.</summary>
internal sealed record TracedMissMember(string Name, string? Reason, IReadOnlyList<string> Tried);
