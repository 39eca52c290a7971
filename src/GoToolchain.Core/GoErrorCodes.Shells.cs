namespace GoToolchain;

/// <summary>The codes of the shell environment.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A start-up file cannot be read or written, or is read-only; it is as it was.</summary>
    public static GoErrorCode StartFileNotWritable { get; } = new("GOTC6550", 7, "Start-up file cannot be written");

    /// <summary>Somebody has edited the block that <c>env install</c> wrote; it is left alone.</summary>
    public static GoErrorCode ShellBlockEdited { get; } = new("GOTC6551", 3, "Block in a start-up file was edited");

    /// <summary>A mark of the block that <c>env install</c> wrote is missing, or the block is there more than once.</summary>
    public static GoErrorCode ShellBlockBroken { get; } = new("GOTC6552", 3, "Block in a start-up file is broken");

    /// <summary>A directory holds a character that an entry of PATH cannot have.</summary>
    public static GoErrorCode DirectoryNotForPath { get; } = new("GOTC6553", 3, "Directory cannot be put on PATH");

    /// <summary>The shell of this user is none that is written for.</summary>
    public static GoErrorCode UnknownShell { get; } = new("GOTC6554", 64, "Shell not known");

    /// <summary>What should be a start-up file is no text to which lines can be added: a directory, a pipe, UTF-16, a link that leads nowhere.</summary>
    public static GoErrorCode StartFileNotText { get; } = new("GOTC6555", 3, "Start-up file is no text");

    private static IReadOnlyList<GoErrorCode> Shells =>
        [StartFileNotWritable, ShellBlockEdited, ShellBlockBroken, DirectoryNotForPath, UnknownShell, StartFileNotText];
}
