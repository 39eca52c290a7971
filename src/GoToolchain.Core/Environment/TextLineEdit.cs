using System.Text;
using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Environments;

/// <summary>
/// A change of some lines of a small text file that belongs to the user. It is made in one step: a new file beside it takes its place, with the same
/// permissions and owner; a copy of the old one stays beside it. All other lines keep their bytes, comments and order.
/// </summary>
internal sealed class TextLineEdit
{
    private const int MostBytes = 1 << 20;
    private readonly HostMachine _host;
    private readonly Func<string, string?> _change;

    private TextLineEdit(HostMachine host, string file, Func<string, string?> change) => (_host, File, _change) = (host, file, change);

    /// <summary>The file, with links followed: absolute.</summary>
    public string File { get; }

    /// <summary>Plans a change.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="file">Absolute.</param>
    /// <param name="change">
    /// Gives for each line, without its line end and byte by byte (Latin-1), what is to stand there; null removes the line.
    /// </param>
    /// <returns>Null when the file is not one that can be edited, or nothing would change.</returns>
    public static TextLineEdit? Plan(HostMachine host, string file, Func<string, string?> change)
    {
        try
        {
            var target = new LinkResolver().Resolve(file);
            if (target is null || FileFacts.Of(target) is not { Kind: FileKind.File, Length: > 0 and <= MostBytes })
            {
                return null;
            }

            var before = System.IO.File.ReadAllBytes(target);
            return before.AsSpan().SequenceEqual(Apply(before, change)) ? null : new TextLineEdit(host, target, change);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes the change to what the file holds now, which another fix may have changed since it was planned.</summary>
    /// <returns>The copy of the old file; null when there was nothing left to change.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FixFailed"/>: the file is as it was.</exception>
    public string? Apply()
    {
        try
        {
            var before = System.IO.File.ReadAllBytes(File);
            var after = Apply(before, _change);
            if (before.AsSpan().SequenceEqual(after))
            {
                return null;
            }

            var backup = FileBackup.Make(_host, File);
            FileContent.Replace(File, after);
            return backup;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e.Message.TrimEnd('.'), "Edit the file by hand.", e);
        }
    }

    private GoToolchainException Failure(string why, string next, Exception? inner) =>
        new(GoErrorCodes.FixFailed, $"{File} cannot be edited: {why}.", File, next, inner);

    // Latin-1 gives every byte a character and back, so that what is not UTF-8 stays as it is.
    private static byte[] Apply(byte[] before, Func<string, string?> change)
    {
        var result = new StringBuilder();
        var text = Encoding.Latin1.GetString(before);
        for (var start = 0; start < text.Length; )
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            if (change(text[start..end]) is { } changed)
            {
                result.Append(changed).Append(feed < 0 ? "" : "\n");
            }

            start = end + 1;
        }

        return Encoding.Latin1.GetBytes(result.ToString());
    }
}
