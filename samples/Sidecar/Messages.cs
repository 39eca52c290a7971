namespace Sidecar;

// What the agent answers; the other half is in agent/messages.go.

internal sealed record AgentVersion(string Go, string Platform, int Pid);

internal sealed record IndexStep(int Files, long Bytes, IndexSummary? Summary, string? Error);

internal sealed record IndexSummary(
    int Files,
    int Directories,
    long Bytes,
    int Unreadable,
    double Seconds,
    int Workers,
    IReadOnlyList<Kind> Kinds,
    IReadOnlyList<Duplicate> Duplicates
);

internal sealed record Kind(string Extension, int Files, long Bytes);

internal sealed record Duplicate(string Sha256, long Bytes, IReadOnlyList<string> Paths);
