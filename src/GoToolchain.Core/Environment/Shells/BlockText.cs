using System.Text;

namespace GoToolchain.Environments.Shells;

/// <summary>Puts a block into the text of a start-up file, and takes it out so that what was there before is left, byte by byte.</summary>
internal static class BlockText
{
    /// <summary>Puts it in: in the place of the one that is there, else at the end, so that it has the last word on PATH.</summary>
    /// <param name="before">The text, byte by byte (Latin-1); null: there is no file.</param>
    /// <param name="old">The block that is there; null: none.</param>
    /// <param name="lines">What the shell is to run.</param>
    /// <param name="shell">The shell.</param>
    /// <param name="missingDirectories">How many directories above the file have to be made.</param>
    public static string Put(string? before, BlockPlace? old, IReadOnlyList<string> lines, GoShell shell, int missingDirectories)
    {
        var text = before ?? "";
        // A text that ends with a lone CR looks like CRLF once a line end was added to it.
        var lineEnd = old is not null ? LineEnd(text[old.Start..], shell) : LineEnd(text, shell);
        var block = MarkedBlock.Of(lines.Select(AsBytes));
        if (old is not null)
        {
            block = block with
            {
                IsJoined = old.Block.IsJoined,
                IsFileCreated = old.Block.IsFileCreated,
                DirectoriesCreated = old.Block.DirectoriesCreated,
            };
            return text[..old.Start] + block.ToText(lineEnd) + text[old.End..];
        }

        block = block with
        {
            IsJoined = text.Length > 0 && !text.EndsWith('\n'),
            IsFileCreated = before is null,
            DirectoriesCreated = missingDirectories,
        };
        return text + (block.IsJoined ? lineEnd : "") + block.ToText(lineEnd);
    }

    /// <summary>Takes it out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The block.</param>
    /// <returns>Null: the file is to be removed, for it was made for the block.</returns>
    public static string? Take(string text, BlockPlace place)
    {
        var (head, tail) = (text[..place.Start], text[place.End..]);
        var added = text.AsSpan(place.Start, place.End - place.Start).EndsWith("\r\n") ? "\r\n" : "\n";
        if (place.Block.IsJoined && tail.Length == 0 && head.EndsWith(added, StringComparison.Ordinal))
        {
            head = head[..^added.Length];
        }

        var rest = head + tail;
        return rest.Length == 0 && place.Block.IsFileCreated ? null : rest;
    }

    // To a POSIX shell and to fish a carriage return is a part of the last word; PowerShell takes either.
    private static string LineEnd(string text, GoShell shell) =>
        shell == GoShell.PowerShell && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var feed && text[feed - 1] == '\r'
            ? "\r\n"
            : "\n";

    private static string AsBytes(string line) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(line));
}
