namespace GoToolchain.Tool.Output.Environments;

/// <summary>The answer of <c>env install</c> and <c>env remove</c> for people: a line for each file, or its difference; what else matters on stderr.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class ShellBlockText(Terminal terminal)
{
    /// <summary>What to do with the shell that is open.</summary>
    public const string Hint = "Shells that are started from now on find Go. For this one: eval \"$(gotoolchain env)\"";

    /// <summary>Writes it all.</summary>
    public void Write(ShellBlockReport report, bool isPlan)
    {
        var hints = new LabelledText(terminal.Error, Terminal.ErrorWidth);
        if (isPlan)
        {
            WritePlan(report);
        }
        else
        {
            WriteFiles(report);
        }

        foreach (var remark in report.Remarks)
        {
            hints.Write("", "note:", remark);
        }

        if (report.Files.Count == 0)
        {
            hints.Write("No start-up file holds a block of gotoolchain.");
        }
        else if (!isPlan && report.IsChange)
        {
            hints.Write(report.Directories.Count > 0 ? Hint : "Shells that are started from now on have the PATH of before.");
        }
    }

    /// <summary>What became of a file, in a word.</summary>
    public static string Word(ShellFileAction action) =>
        action switch
        {
            ShellFileAction.UpToDate => "up to date",
            _ => Words.Kebab(action),
        };

    private void WriteFiles(ShellBlockReport report)
    {
        var text = new LabelledText(terminal.Out, Terminal.OutWidth);
        foreach (var file in report.Files)
        {
            text.Write("", $"{Word(file.Action)}:", Described(file));
            if (file.Backup is { } backup)
            {
                text.Write("  ", "copy:", backup);
            }
        }
    }

    private void WritePlan(ShellBlockReport report)
    {
        foreach (var file in report.Files)
        {
            if (file.Action == ShellFileAction.UpToDate)
            {
                new LabelledText(terminal.Error, Terminal.ErrorWidth).Write("", "up to date:", Described(file));
            }
            else
            {
                terminal.Out.Write(file.Diff);
            }
        }
    }

    private static string Described(ShellFileChange file) =>
        $"{file.File}{(file.Target == file.File ? "" : $" -> {file.Target}")} ({file.ReadBy})";
}
