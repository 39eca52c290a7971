namespace GoToolchain;

/// <summary>The codes of the content check, of repair and recovery.</summary>
public static partial class GoErrorCodes
{
    /// <summary>Nothing on this machine tells what the files of a tree should hold.</summary>
    public static GoErrorCode NothingToCompareWith { get; } = new("GOTC6501", 1, "Nothing to compare with");

    /// <summary>A tree is damaged, and it cannot be told what it was, or it is no GOROOT at all.</summary>
    public static GoErrorCode NotRepairable { get; } = new("GOTC6502", 3, "Cannot be repaired");

    /// <summary>Files of a tree are damaged or missing, and nobody who was asked has them.</summary>
    public static GoErrorCode FilesNotToBeHad { get; } = new("GOTC6503", 3, "Files are nowhere to be had");

    /// <summary>A tree that is to be mended cannot be written.</summary>
    public static GoErrorCode TreeNotWritable { get; } = new("GOTC6504", 7, "Tree cannot be written");

    /// <summary>A tree is damaged, so it is not declared to be right.</summary>
    public static GoErrorCode NotAdoptable { get; } = new("GOTC6505", 1, "Damaged tree not adopted");

    /// <summary>No Go is gone on this machine that could be brought back, and none is there.</summary>
    public static GoErrorCode NothingToRecover { get; } = new("GOTC6506", 2, "Nothing to recover");

    private static IReadOnlyList<GoErrorCode> Recovery =>
        [NothingToCompareWith, NotRepairable, FilesNotToBeHad, TreeNotWritable, NotAdoptable, NothingToRecover];
}
