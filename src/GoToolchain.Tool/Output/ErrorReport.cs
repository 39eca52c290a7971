using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Output;

/// <summary>Tells people, or a program, what failed: cause, place, what was tried, and the next step.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="json">As a JSON document on stdout.</param>
internal sealed class ErrorReport(Terminal terminal, bool json)
{
    /// <summary>Reports an expected failure.</summary>
    /// <returns>The exit code.</returns>
    public int Write(GoToolchainException error)
    {
        if (json)
        {
            JsonAnswer.Write(ErrorDocument.Of(error));
        }
        else
        {
            WriteText(error);
        }

        return error.Code.ExitCode;
    }

    /// <summary>Reports an exception that should not have come here.</summary>
    /// <returns>The exit code.</returns>
    public int WriteBug(Exception bug)
    {
        var error = new GoToolchainException(
            GoErrorCodes.Internal,
            $"gotoolchain {VersionAction.FullVersion} has a bug: {bug.Message}",
            nextStep: "Please report it, with the text below, at https://github.com/gotoolchain/GoToolchain.Net/issues.",
            inner: bug
        );
        var code = Write(error);
        terminal.Error.WriteLine(bug);
        return code;
    }

    private void WriteText(GoToolchainException error)
    {
        var paint = new Paint(Terminal.IsErrorLively);
        WriteBlock("", paint.Red($"error {error.Code.Id}:"), error.Problem);
        if (error.Place is not null && !error.Problem.Contains(error.Place, StringComparison.Ordinal))
        {
            WriteBlock("  ", "at:", error.Place);
        }

        if (error.Code == GoErrorCodes.NotFound && error.Candidates.Count == 0)
        {
            WriteBlock("  ", "looked at:", "this machine has no Go at all");
        }

        WriteList("looked at:", error.Candidates.Select(c => $"{c.Candidate.Root}: {c.Reason}"));
        WriteList("asked:", error.Sources.Select(s => $"{s.Source}: {s.Reason} ({s.Code.Id})"));
        if (error.NextStep is not null)
        {
            WriteBlock("  ", paint.Bold("next:"), error.NextStep);
        }
    }

    private void WriteList(string title, IEnumerable<string> items)
    {
        foreach (var (i, item) in items.Index())
        {
            if (i == 0)
            {
                terminal.Error.WriteLine($"  {title}");
            }

            WriteBlock("    ", "", item);
        }
    }

    // Lines after the first are indented further. The label may hold escapes, which take no room.
    private void WriteBlock(string indent, string label, string text)
    {
        const int room = 16;
        var first = label.Length == 0 ? indent : $"{indent}{label} ";
        foreach (var (i, line) in TextWrap.Lines(text, Terminal.ErrorWidth - room).Index())
        {
            terminal.Error.WriteLine((i == 0 ? first : indent + "  ") + line);
        }
    }
}
