namespace GoToolchain.Locating;

/// <summary>
/// Systems run some programs of other platforms. A Go for one of those starts here, but it builds for its own platform unless told otherwise, and cgo
/// wants libraries of that platform: not what is meant by "the Go of this machine". So it is a wrong platform that says this.
/// </summary>
internal static class ForeignPlatform
{
    /// <summary>Whether this system may start programs of another platform.</summary>
    /// <param name="program">The platform of the program.</param>
    /// <param name="system">The platform of this machine.</param>
    public static bool MayRun(GoPlatform program, GoPlatform system) =>
        program.Os == system.Os
        && (program.Os, program.Arch, system.Arch) switch
        {
            (_, "386", "amd64") => true,
            // Where the processor still has the 32-bit instructions.
            ("linux" or "freebsd", "arm", "arm64") => true,
            // Emulated: Rosetta, when it is installed, and Windows 11.
            ("darwin", "amd64", "arm64") => true,
            ("windows", "386" or "amd64", "arm64") => true,
            _ => false,
        };

    /// <summary>What to add to the reason why such a Go is not used.</summary>
    /// <param name="program">The platform of the program.</param>
    public static string Explain(GoPlatform program) => $"It may start here, but it builds for {program} unless told otherwise.";
}
