namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>The machine has not enough of something, or forbids it.</summary>
internal static class MachineFailures
{
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(
            GoErrorCodes.DiskFull,
            "no space left on device",
            "No space left on device",
            "disk quota exceeded",
            "not enough space on the disk"
        )
        {
            Cure = (_, _) =>
                "Free space where the build cache (GOCACHE), the temporary files (GOTMPDIR) and obj are; `gotoolchain exec -- go clean -cache` empties the build cache.",
        },
        new(GoErrorCodes.OutOfMemory, "signal: killed", "out of memory", "cannot allocate memory")
        {
            Cure = (_, _) =>
                "The system ended the tool, most often because memory ran out: give the build more, or let it do less at once (`dotnet build -m:1`, GOFLAGS=-p=1).",
        },
    ];

    /// <summary>Words that also stand in messages about something more special.</summary>
    public static IReadOnlyList<FailureKind> Last { get; } =
    [
        new(
            GoErrorCodes.BuildPlaceNotWritable,
            "failed to initialize build cache at ",
            "build cache is required, but could not be located",
            "creating work dir: ",
            "could not create module cache: ",
            "read-only file system",
            "permission denied",
            "Access is denied"
        )
        {
            Cure = (_, _) =>
                "Make the directory writable for this user, or set GOCACHE, GOMODCACHE or GOTMPDIR to one that is. `gotoolchain doctor` looks at all of them.",
        },
    ];

    /// <summary>What the machine lacks, if that is what a message is about.</summary>
    public static FailureKind? Find(string text) => All.FirstOrDefault(k => k.Describes(text));
}
