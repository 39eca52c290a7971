namespace GoToolchain;

/// <summary>The codes of Go libraries inside a .NET process.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A warning of the build: a Go library shares a process with the .NET runtime, which has hazards that a sidecar has not.</summary>
    public static GoErrorCode SharedLibraryHazards { get; } = new("GOTC4020", 1, "Go library inside a .NET process");

    /// <summary>A warning of the build: a project has more than one Go library, and each brings a Go runtime of its own.</summary>
    public static GoErrorCode SecondSharedLibrary { get; } = new("GOTC4021", 1, "More than one Go library");

    /// <summary>A warning of the build: a Go library is built by a Go older than 1.21, with which calls cannot be guarded.</summary>
    public static GoErrorCode GoTooOldForGuards { get; } = new("GOTC4022", 1, "Go too old for guarded calls");

    private static IReadOnlyList<GoErrorCode> Interop => [SharedLibraryHazards, SecondSharedLibrary, GoTooOldForGuards];
}
