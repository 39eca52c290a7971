namespace GoToolchain;

/// <summary>What a look into a file says about the Go in it.</summary>
public enum GoBinaryVerdict
{
    /// <summary>A program or library that Go built.</summary>
    Go,

    /// <summary>A program or library without Go build information: Go did not build it, or before Go 1.13, or the information was removed.</summary>
    NoBuildInfo,

    /// <summary>Neither a program nor a library in one of the formats ELF, PE and Mach-O.</summary>
    NotExecutable,

    /// <summary>A program or library whose headers contradict the file, as when its end is missing. What could still be read is there.</summary>
    Damaged,
}
