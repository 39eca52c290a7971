namespace GoToolchain;

/// <summary>How linkage is looked at.</summary>
public sealed record LinkageOptions
{
    /// <summary>
    /// The directory in which the file would be run: absolute. The loader resolves relative and empty entries of LD_LIBRARY_PATH, DT_RPATH and
    /// DT_RUNPATH against it. Null: such entries are reported and not searched.
    /// </summary>
    public string? WorkingDirectory { get; init; }
}
