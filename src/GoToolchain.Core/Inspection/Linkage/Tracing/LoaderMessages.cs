using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>Understands what the GNU loader writes for <c>LD_DEBUG=libs,files</c>; see ld.so(8).</summary>
/// <param name="collector">Told what happened.</param>
internal sealed partial class LoaderMessages(TraceCollector collector)
{
    private readonly HashSet<int> _known = [];
    private string? _tried;
    private bool _isLater;

    /// <summary>Takes a line.</summary>
    public void Read(string line)
    {
        if (Message().Match(line) is not { Success: true } match)
        {
            return;
        }

        var process = int.Parse(match.Groups["process"].Value, CultureInfo.InvariantCulture);
        var text = match.Groups["text"].Value;
        if (Asked().Match(text) is { Success: true } asked)
        {
            Settle(process);
            _isLater = asked.Groups["how"].Value == "dynamically loaded by";
            Begin(process, asked.Groups["by"].Value);
            // A name with a directory in it is opened without a search.
            var name = asked.Groups["name"].Value;
            _tried = name.Contains('/', StringComparison.Ordinal) ? name : null;
        }
        else if (Trying().Match(text) is { Success: true } trying)
        {
            Reject(process);
            _tried = trying.Groups["path"].Value;
        }
        else if (text.Contains("generating link map", StringComparison.Ordinal) && _tried is not null)
        {
            collector.Load(process, _tried, !_isLater);
            _tried = null;
        }
        else if (text.StartsWith("opening file=", StringComparison.Ordinal))
        {
            // It was loaded before.
            _tried = null;
        }
        else if (text.StartsWith("initialize program: ", StringComparison.Ordinal))
        {
            Begin(process, text["initialize program: ".Length..]);
        }
    }

    /// <summary>The messages of a process have ended.</summary>
    public void End(int process) => Settle(process);

    // What was asked for and led to no link map was not found, or was there already.
    private void Settle(int process) => Reject(process);

    private void Reject(int process)
    {
        if (_tried is { } tried)
        {
            collector.Miss(process, tried, null);
            _tried = null;
        }
    }

    private void Begin(int process, string program)
    {
        if (_known.Add(process))
        {
            collector.Execute(process, program);
        }
    }

    [GeneratedRegex(@"^\s*(?<process>\d+):\t(?<text>.*)$")]
    private static partial Regex Message();

    [GeneratedRegex(@"^file=(?<name>.+) \[\d+\];\s+(?<how>needed by|dynamically loaded by|needed.*) (?<by>.+) \[\d+\]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\s*trying file=(?<path>.+)$")]
    private static partial Regex Trying();
}
