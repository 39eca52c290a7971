namespace GoToolchain;

/// <summary>What a look at a candidate's files says. No process is started for it.</summary>
public enum GoVerdict
{
    /// <summary>A complete GOROOT for this machine, as far as its files tell.</summary>
    Usable,

    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>A link that leads nowhere.</summary>
    DanglingLink,

    /// <summary>There, but files that every GOROOT has are missing.</summary>
    Incomplete,

    /// <summary>Two trees in one place: tools or commands of more than one platform, as when one archive is unpacked over another.</summary>
    Mixed,

    /// <summary>For another platform.</summary>
    WrongPlatform,

    /// <summary>May not be read.</summary>
    Unreadable,

    /// <summary>A <c>go</c> that is not the Go distribution's: gccgo, a shim or a launcher of a version manager.</summary>
    NotGoDistribution,
}
