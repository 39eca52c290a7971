namespace GoToolchain;

/// <summary>How a run is watched.</summary>
public enum TraceMethod
{
    /// <summary><c>strace</c>: every system call that opens, maps or executes a file, of the program and all that it starts.</summary>
    Strace,

    /// <summary>The messages of the GNU loader (LD_DEBUG), which every dynamic program that is started writes.</summary>
    LoaderMessages,
}
