namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>How the messages of diagnoses call things.</summary>
internal static class Words
{
    /// <summary>A C library.</summary>
    public static string Of(CLibrary library) =>
        library switch
        {
            CLibrary.Glibc => "the GNU C library",
            CLibrary.Musl => "musl",
            _ => "another C library",
        };

    /// <summary>Who needs a library.</summary>
    /// <param name="process">The process.</param>
    /// <param name="by">The file that names it.</param>
    public static string Needs(ElfProcess process, LoadedObject by) =>
        by == process.Main ? $"{by.File.Path} needs" : $"{by.File.Path}, which {process.Main.File.Path} loads, needs";

    /// <summary>A rule, as the beginning of "… leads to".</summary>
    public static string Of(LibraryOrigin origin) =>
        origin switch
        {
            LibraryOrigin.LibraryPath => "LD_LIBRARY_PATH",
            LibraryOrigin.RPath => "DT_RPATH",
            LibraryOrigin.RunPath => "DT_RUNPATH",
            LibraryOrigin.Cache => "the cache of the loader",
            LibraryOrigin.Preload => "the list of preloaded libraries",
            _ => "the search",
        };
}
