namespace GoToolchain.Inspection.Trees;

/// <summary>What can be wrong with a part of a GOROOT.</summary>
internal enum GoRootFindingKind
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>A link that leads nowhere or in a circle.</summary>
    DanglingLink,

    /// <summary>A file without content, or not a regular file.</summary>
    Empty,

    /// <summary>A program or archive that is cut short, or whose headers make no sense.</summary>
    Damaged,

    /// <summary>A directory where a file should be, or the other way round; a script where a program should be.</summary>
    WrongType,

    /// <summary>A program that may not be executed.</summary>
    NotExecutable,

    /// <summary>This user may not read it.</summary>
    Unreadable,

    /// <summary>Of another version of Go than the tree.</summary>
    ForeignVersion,

    /// <summary>For another platform than the tree, or the tree for another one than this machine.</summary>
    ForeignPlatform,

    /// <summary>Left there by another version of Go.</summary>
    Leftover,

    /// <summary>A source file in the standard library that no release of Go has.</summary>
    Stranger,

    /// <summary>VERSION is missing or damaged, or names another version than everything else.</summary>
    VersionFile,
}
