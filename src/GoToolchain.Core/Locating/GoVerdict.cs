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

    /// <summary>The <c>go</c> of gccgo: GCC's compiler, with a GOROOT and a runtime library (<c>libgo.so</c>) of its own.</summary>
    Gccgo,

    /// <summary>
    /// A shim, script or launcher that starts a Go which is somewhere else: <see cref="GoCandidate.LeadsTo"/>, as far as its files tell.
    /// </summary>
    Launcher,

    /// <summary>Called <c>go</c>, but neither in a GOROOT nor known to lead to one: another program, or Go's command taken out of its tree.</summary>
    OtherProgram,
}
