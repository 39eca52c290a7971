namespace GoToolchain;

/// <summary>The kinds of trouble with shared libraries. Each is explained, with the messages that users see, in docs/linkage.md.</summary>
public enum LinkageProblem
{
    /// <summary>The runtime of gccgo (<c>libgo.so.N</c>) is not here: the file was built by gccgo, not by Go.</summary>
    GccgoRuntimeMissing,

    /// <summary>The file was built by gccgo and needs its runtime, which is here.</summary>
    GccgoProgram,

    /// <summary>A library is nowhere where the loader looks.</summary>
    LibraryMissing,

    /// <summary>A library is in a directory that <c>/etc/ld.so.conf</c> names, but the cache does not know it.</summary>
    CacheOutOfDate,

    /// <summary>A library of that name is here, but for another machine.</summary>
    LibraryOfOtherMachine,

    /// <summary>What the loader finds under the name of a library is none, so that it gives up.</summary>
    LibraryDamaged,

    /// <summary>A library is here, but this user may not read it.</summary>
    LibraryUnreadable,

    /// <summary>The C library of this machine is older than the one that the file was linked against.</summary>
    CLibraryTooOld,

    /// <summary>A library other than the C library lacks a version that is needed.</summary>
    LibraryTooOld,

    /// <summary>The loader that the program asks for does not exist: <c>No such file or directory</c> for a file that does exist.</summary>
    InterpreterMissing,

    /// <summary>What should be the loader is not a program that can be one.</summary>
    InterpreterUnusable,

    /// <summary>The file was built for another C library than the one of this machine.</summary>
    WrongCLibrary,

    /// <summary>One process would hold two C libraries.</summary>
    MixedCLibraries,

    /// <summary>A shared library written in Go, built for musl, which cannot be loaded into a running process.</summary>
    GoSharedLibraryOnMusl,

    /// <summary>The file is for another operating system or architecture, so that it cannot be run here.</summary>
    WrongMachine,

    /// <summary>The file is a program without the permission to be executed.</summary>
    NotExecutable,

    /// <summary>An entry of LD_LIBRARY_PATH does not exist.</summary>
    LibraryPathEntryMissing,

    /// <summary>An entry of LD_LIBRARY_PATH is relative or empty, so that it depends on the current directory.</summary>
    LibraryPathEntryRelative,

    /// <summary>An entry of LD_LIBRARY_PATH puts another library in the place of the one that would be found without it.</summary>
    LibraryPathShadows,

    /// <summary>An entry of LD_LIBRARY_PATH holds libraries for another machine.</summary>
    LibraryPathOfOtherMachine,

    /// <summary>LD_LIBRARY_PATH has no effect, for the program is setuid or setgid.</summary>
    LibraryPathIgnored,

    /// <summary>A directory of DT_RPATH, DT_RUNPATH or LC_RPATH does not exist.</summary>
    RunPathEntryMissing,

    /// <summary>A directory of DT_RPATH or DT_RUNPATH is relative or empty, so that it depends on the current directory.</summary>
    RunPathEntryRelative,

    /// <summary>LD_PRELOAD or <c>/etc/ld.so.preload</c> names something that cannot be loaded.</summary>
    PreloadMissing,

    /// <summary>LD_PRELOAD or <c>/etc/ld.so.preload</c> puts a library into the process.</summary>
    Preloaded,

    /// <summary>A Go plugin and the program that opens it were not built by the same Go from the same packages.</summary>
    PluginMismatch,

    /// <summary>More libraries are named than are looked at.</summary>
    TooManyNeeds,
}
