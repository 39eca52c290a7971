using System.Text;

namespace GoToolchain.Testing;

/// <summary>An entry of a <see cref="ReleaseArchive"/>, honest or hostile: whatever it says is written as it is.</summary>
/// <param name="Name">For example <c>go/VERSION</c>, <c>../x</c>, <c>/etc/x</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Permissions; octal 644 is 420.</param>
/// <param name="Type">The type flag of a tar header: <c>0</c> file, <c>1</c> hard link, <c>2</c> symbolic link, <c>3</c> and <c>4</c> devices, <c>5</c> directory,
/// <c>6</c> FIFO.</param>
/// <param name="LinkTarget">Where a link leads.</param>
/// <param name="ClaimedSize">The size in the header, when it is not that of the content.</param>
public sealed record ArchiveEntry(
    string Name,
    ReadOnlyMemory<byte> Content,
    int Mode = 0b110_100_100,
    char Type = '0',
    string LinkTarget = "",
    long? ClaimedSize = null
)
{
    /// <summary>A text file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its content.</param>
    /// <param name="mode">Permissions; octal 755 is 493.</param>
    public static ArchiveEntry File(string name, string text, int mode = 0b110_100_100) => new(name, Encoding.UTF8.GetBytes(text), mode);

    /// <summary>A symbolic link.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">Where it leads.</param>
    public static ArchiveEntry Symlink(string name, string target) => new(name, default, 0b111_111_111, '2', target);

    /// <summary>A hard link.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The entry that it is the same as.</param>
    public static ArchiveEntry HardLink(string name, string target) => new(name, default, 0b110_100_100, '1', target);
}
