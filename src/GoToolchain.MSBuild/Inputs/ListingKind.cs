namespace GoToolchain.MSBuild.Inputs;

/// <summary>Which names in a directory count.</summary>
internal enum ListingKind
{
    /// <summary>Those of source files.</summary>
    Sources,

    /// <summary>All, for a pattern of <c>go:embed</c> may match any.</summary>
    All,

    /// <summary>All, and those of all directories below.</summary>
    AllBelow,

    /// <summary>None: only when a name was last added or removed, for large directories that are only looked through.</summary>
    Change,
}
