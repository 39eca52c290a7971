namespace GoToolchain.Inspection.Linkage;

/// <summary>An entry of a list of directories (LD_LIBRARY_PATH, DT_RPATH, DT_RUNPATH).</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Directory">Absolute; null when it depends on a current directory that is not known, or the loader refuses it.</param>
/// <param name="IsRelative">It depends on the current directory.</param>
internal readonly record struct PathEntry(string Text, string? Directory, bool IsRelative);
