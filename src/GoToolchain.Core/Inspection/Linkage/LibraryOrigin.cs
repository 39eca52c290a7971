namespace GoToolchain;

/// <summary>By which rule a library is found.</summary>
public enum LibraryOrigin
{
    /// <summary>By none.</summary>
    NotFound,

    /// <summary>The file itself, or a name with a directory in it, which is not searched for.</summary>
    Path,

    /// <summary>An entry of LD_PRELOAD or <c>/etc/ld.so.preload</c>.</summary>
    Preload,

    /// <summary>It is the loader, which is in the process before any library.</summary>
    Loader,

    /// <summary>DT_RPATH of the file that needs it, or of one that needs that file.</summary>
    RPath,

    /// <summary>LD_LIBRARY_PATH (macOS: DYLD_LIBRARY_PATH).</summary>
    LibraryPath,

    /// <summary>DT_RUNPATH of the file that needs it (macOS: LC_RPATH).</summary>
    RunPath,

    /// <summary><c>/etc/ld.so.cache</c>.</summary>
    Cache,

    /// <summary>A directory that the loader knows by itself; for musl also one of <c>/etc/ld-musl-ARCH.path</c>.</summary>
    DefaultDirectory,

    /// <summary>Windows: the directory of the program.</summary>
    ApplicationDirectory,

    /// <summary>Windows: a directory of PATH.</summary>
    SearchPath,

    /// <summary>The operating system brings it, in a form that is no file of its own (API sets of Windows, dyld's cache of macOS).</summary>
    OperatingSystem,
}
