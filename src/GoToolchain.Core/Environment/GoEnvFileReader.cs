using System.Text;
using System.Text.Unicode;
using GoToolchain.Inspection;

namespace GoToolchain.Environments;

/// <summary>
/// Reads a file of Go settings by the rules of cmd/go/internal/cfg (<c>readEnvFile</c>): a line counts when it begins with A to Z and has a
/// <c>=</c>; everything up to the line feed is the value, quotes, blanks and carriage returns too; the last line of a name wins.
/// </summary>
internal static class GoEnvFileReader
{
    // Some dozen lines in life; what is longer is not that file.
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the user's file.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="version">The Go that reads it; null: the newest.</param>
    public static GoEnvFile ReadUserFile(HostMachine host, GoVersion? version)
    {
        var place = GoEnvFilePlace.Of(host, version);
        return place.Path is null
            ? new GoEnvFile
            {
                Path = null,
                State = place.IsOff ? GoEnvFileState.Off : GoEnvFileState.NoPlace,
                Problem = place.Problem,
            }
            : Read(place.Path, (key, value) => GoEnvLineRules.ProblemOf(key, value, GoVariableTable.Minor(version)));
    }

    /// <summary>Reads <c>go.env</c> of a GOROOT.</summary>
    /// <param name="root">GOROOT.</param>
    public static GoEnvFile ReadRootFile(string root) => Read(GoFilePath.Join(root, "go.env"), GoEnvLineRules.ProblemOfBytes);

    private static GoEnvFile Read(string path, Func<string, string, string?> problemOf)
    {
        try
        {
            // Go would look from its current directory; which one that will be is not known.
            if (!GoFilePath.IsAbsolute(path))
            {
                return Unread(
                    path,
                    GoEnvFileState.NoPlace,
                    $"{path} is not an absolute path: which file Go reads depends on its directory."
                );
            }

            var facts = FileFacts.Of(path);
            return facts.Kind switch
            {
                FileKind.Missing => Unread(path, GoEnvFileState.Absent, null),
                FileKind.Directory => Unread(path, GoEnvFileState.Unreadable, $"{path} is a directory; Go goes on without its settings."),
                FileKind.DanglingLink => Unread(
                    path,
                    GoEnvFileState.Unreadable,
                    $"{path} is a link that leads nowhere; Go has no settings from it."
                ),
                _ when facts.Length > 0 => ReadBytes(path, facts.Length, problemOf),
                _ when IsRegular(path) => new GoEnvFile { Path = path, State = GoEnvFileState.Read },
                _ => Unread(
                    path,
                    GoEnvFileState.NotRegular,
                    $"{path} is a pipe, socket or device; every `go` command may wait for it for ever."
                ),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e is UnauthorizedAccessException ? "may not be read by this user" : $"cannot be read ({e.Message.TrimEnd('.')})";
            return Unread(path, GoEnvFileState.Unreadable, $"{path} {why}; Go says nothing and goes on without its settings.");
        }
    }

    private static GoEnvFile Unread(string path, GoEnvFileState state, string? problem) =>
        new()
        {
            Path = path,
            State = state,
            Problem = problem,
        };

    // Neither has bytes, but only an empty file is one.
    private static bool IsRegular(string path) => LinuxFileStatus.Of(path) is null or { IsRegularFile: true };

    private static GoEnvFile ReadBytes(string path, long length, Func<string, string, string?> problemOf)
    {
        var buffer = new byte[(int)Math.Min(length, MostBytes)];
        var data = FileHead.Read(path, buffer);
        var isWhole = length <= MostBytes;
        return new GoEnvFile
        {
            Path = path,
            State = isWhole ? GoEnvFileState.Read : GoEnvFileState.TooLong,
            Problem = isWhole
                ? null
                : $"{path} has {length:N0} bytes, which no file of Go settings has; every `go` command reads them all.",
            Lines = [.. Parse(data, problemOf)],
        };
    }

    private static List<GoEnvLine> Parse(ReadOnlySpan<byte> data, Func<string, string, string?> problemOf)
    {
        var lines = new List<GoEnvLine>();
        while (data.Length > 0)
        {
            var end = data.IndexOf((byte)'\n');
            var line = end < 0 ? data : data[..end];
            data = end < 0 ? [] : data[(end + 1)..];
            lines.Add(ParseLine(lines.Count + 1, line, problemOf));
        }

        return lines;
    }

    private static GoEnvLine ParseLine(int number, ReadOnlySpan<byte> line, Func<string, string, string?> problemOf)
    {
        var equals = line.IndexOf((byte)'=');
        if (equals < 0 || line[0] is < (byte)'A' or > (byte)'Z')
        {
            return new GoEnvLine(number, null, Encoding.UTF8.GetString(line), GoEnvLineRules.WhyPassedOver(line));
        }

        var key = Encoding.UTF8.GetString(line[..equals]);
        var value = Encoding.UTF8.GetString(line[(equals + 1)..]);
        var problem = Utf8.IsValid(line) ? problemOf(key, value) : $"the value of {key} is not UTF-8 text.";
        return new GoEnvLine(number, key, value, problem);
    }
}
