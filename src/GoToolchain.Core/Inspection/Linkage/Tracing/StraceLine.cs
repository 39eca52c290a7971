using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>
/// Understands the lines of <c>strace -f -y</c>. A call that another process interrupts comes in two parts, which are put together.
/// </summary>
/// <param name="collector">Told what happened.</param>
internal sealed partial class StraceLine(TraceCollector collector)
{
    private const int MostUnfinished = 10_000;
    private const string Unfinished = " <unfinished ...>";

    private readonly Dictionary<int, string> _unfinished = [];

    /// <summary>Takes a line.</summary>
    public void Read(string line)
    {
        var cut = line.IndexOf(' ', StringComparison.Ordinal);
        if (cut <= 0 || !int.TryParse(line.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var process))
        {
            return;
        }

        AdoptChild(process);
        var call = line[(cut + 1)..].TrimStart();
        if (call.EndsWith(Unfinished, StringComparison.Ordinal))
        {
            if (_unfinished.Count < MostUnfinished)
            {
                _unfinished[process] = call[..^Unfinished.Length];
            }

            return;
        }

        if (Resumed().Match(call) is { Success: true } resumed)
        {
            if (!_unfinished.Remove(process, out var begin))
            {
                return;
            }

            call = begin + call[resumed.Length..];
        }

        if (call.StartsWith("+++ ", StringComparison.Ordinal))
        {
            collector.Exit(process);
        }
        else if (Call().Match(call) is { Success: true } match)
        {
            Understand(process, match.Groups["name"].Value, match.Groups["arguments"].Value, match.Groups["result"].Value);
        }
    }

    // A child may be heard of before the call that made it has returned.
    private void AdoptChild(int process)
    {
        if (!collector.Knows(process) && _unfinished.Count > 0)
        {
            var parent = _unfinished.FirstOrDefault(u =>
                u.Value.StartsWith("clone", StringComparison.Ordinal) || u.Value.StartsWith("vfork", StringComparison.Ordinal)
            );
            if (parent.Key != 0)
            {
                collector.Clone(parent.Key, process);
            }
        }
    }

    private void Understand(int process, string name, string arguments, string result)
    {
        switch (name)
        {
            case "execve" or "execveat" when result is "0":
                if (FirstString(arguments) is { } program)
                {
                    collector.Execute(process, program);
                }

                break;
            case "clone" or "clone3" or "fork" or "vfork":
                if (int.TryParse(result.Split('<', ' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var child) && child > 0)
                {
                    collector.Clone(process, child);
                }

                break;
            case "open" or "openat" or "openat2":
                Open(process, arguments, result);
                break;
            case "mmap" or "mmap2" when arguments.Contains("PROT_EXEC", StringComparison.Ordinal) && !result.StartsWith('-'):
                if (FileOf(arguments) is { } path)
                {
                    collector.Load(process, path);
                }

                break;
            default:
                break;
        }
    }

    private void Open(int process, string arguments, string result)
    {
        if (FirstString(arguments) is not { } path)
        {
            return;
        }

        if (!path.StartsWith('/') && FileOf(arguments) is { } directory)
        {
            path = Path.GetFullPath(Path.Join(directory, path));
        }

        if (!path.StartsWith('/'))
        {
            return;
        }

        if (result.StartsWith('-'))
        {
            collector.Miss(process, path, result.Split(' ') is [_, var error, ..] ? error : null);
        }
        else
        {
            collector.Open(process, path);
        }
    }

    // The file of a descriptor: `3</usr/lib/libc.so.6>`, `AT_FDCWD</home/user>`.
    private static string? FileOf(string arguments) =>
        Descriptor().Match(arguments) is { Success: true } match ? CText.Unescape(match.Groups["path"].Value) : null;

    private static string? FirstString(string arguments) =>
        Quoted().Match(arguments) is { Success: true } match ? CText.Unescape(match.Groups["text"].Value) : null;

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>,?")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<arguments>.*)\)\s+= (?<result>.*)$", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex(@"(\d+|AT_FDCWD)<(?<path>/(\\.|[^>\\])*)>")]
    private static partial Regex Descriptor();

    [GeneratedRegex("\"(?<text>(\\\\.|[^\"\\\\])*)\"")]
    private static partial Regex Quoted();
}
