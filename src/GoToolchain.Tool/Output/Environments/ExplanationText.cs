namespace GoToolchain.Tool.Output.Environments;

/// <summary>What <c>env explain</c> tells people.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class ExplanationText(TextWriter writer, int? width, Paint paint)
{
    // What most people ask about, whether set or not.
    private static readonly string[] s_always =
    [
        "CC",
        "CGO_ENABLED",
        "GOARCH",
        "GOBIN",
        "GOCACHE",
        "GOENV",
        "GOFLAGS",
        "GOMODCACHE",
        "GOOS",
        "GOPATH",
        "GOPROXY",
        "GOROOT",
        "GOSUMDB",
        "GOTOOLCHAIN",
    ];

    /// <summary>Everything.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="all">Also variables that are seldom asked about and not set.</param>
    public void Write(GoEnvironmentReport report, bool all)
    {
        writer.WriteLine(
            report.Go is { } go
                ? $"As Go {go.Version?.ToString() ?? "?"} in {go.Root} sees it:"
                : "No Go was found; this is how the newest version would see it:"
        );
        writer.WriteLine();
        Variables(report, all);
        Sentences("Settings files", Files(report));
        Sentences("go install", [Install(report.Install)]);
        SearchPath(report);
        Commands("Programs", report.Commands);
        Settings(report);
        Sentences("Version managers", report.Hints.Select(h => $"{h.File}:{h.Line} runs {h.Program}. {h.Effect}"));
        Sentences("Remarks", report.Remarks);
    }

    /// <summary>Names that were asked for.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="tools">The names.</param>
    public void WriteTools(GoEnvironmentReport report, IReadOnlyCollection<string> tools)
    {
        Commands(null, report.Commands.Where(c => tools.Contains(c.Name)));
        Sentences("go install", [Install(report.Install)]);
    }

    private void Variables(GoEnvironmentReport report, bool all)
    {
        var table = new Table(
            new TableColumn("VARIABLE"),
            new TableColumn("ORIGIN"),
            new TableColumn("VALUE", IsLong: true),
            new TableColumn("SET BY", IsLong: true)
        );
        foreach (var variable in report.Variables.Where(v => all || v.Origin < GoVariableOrigin.RootFile || s_always.Contains(v.Name)))
        {
            table.Add(emphasis: false, variable.Name, Origin(variable.Origin), Printable(variable.Value), SetBy(variable));
        }

        table.Write(writer, width, paint);
    }

    private static string SetBy(GoVariable variable)
    {
        var by = variable.Place ?? (variable.SetBy.FirstOrDefault(s => s.IsCurrent) is { } line ? $"{line.Place} ({line.ReadBy})" : "");
        return variable.Hides.Count == 0 ? by : $"{by} hides {string.Join(", ", variable.Hides.Select(Printable))}".TrimStart();
    }

    private static IEnumerable<string> Files(GoEnvironmentReport report)
    {
        foreach (var file in new[] { report.UserFile, report.RootFile }.OfType<GoEnvFileSummary>())
        {
            var state = file.State switch
            {
                GoEnvFileState.Read => "read",
                GoEnvFileState.Absent => "not there, which is usual",
                GoEnvFileState.Off => "switched off by GOENV=off",
                _ => Words.Kebab(file.State),
            };
            yield return $"{file.Path ?? "go/env"}: {state}.";
            foreach (var problem in file.Problems)
            {
                yield return problem;
            }
        }
    }

    private static string Install(GoInstallDirectory install) =>
        install.Path is null
            ? install.Problem!
            : $"It writes to {install.Path} ({install.Source}), which is {(install.IsOnSearchPath ? "" : "not ")}on PATH.{(install.Problem is null ? "" : " " + install.Problem)}";

    private void SearchPath(GoEnvironmentReport report)
    {
        Title("PATH");
        var table = new Table(
            new TableColumn("#", IsNumber: true),
            new TableColumn("DIRECTORY", IsLong: true),
            new TableColumn("STATE"),
            new TableColumn("SET BY", IsLong: true)
        );
        foreach (var entry in report.SearchPath)
        {
            table.Add(
                emphasis: false,
                entry.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                entry.Directory,
                Words.Kebab(entry.State),
                entry.SetBy ?? ""
            );
        }

        if (report.SearchPath.Count > 0)
        {
            table.Write(writer, width, paint);
        }
        else
        {
            writer.WriteLine("PATH is not set.");
        }
    }

    private void Commands(string? title, IEnumerable<CommandLookup> commands)
    {
        if (title is not null)
        {
            Title(title);
        }

        var table = new Table(
            new TableColumn("NAME"),
            new TableColumn("A SHELL RUNS", IsLong: true),
            new TableColumn("NOTE", IsLong: true)
        );
        foreach (var command in commands)
        {
            var runs = command.File is null || command.File == command.Target ? command.File : $"{command.File} -> {command.Target}";
            table.Add(emphasis: false, command.Name, runs ?? "-", command.Note ?? "");
        }

        table.Write(writer, width, paint);
    }

    private void Settings(GoEnvironmentReport report) =>
        Sentences(
            "Start-up files also set",
            report.OtherSettings.Select(s =>
                $"{s.Name} to {Printable(s.Value ?? $"{s.Text} (not evaluated)")} in {s.Place}, read by {s.ReadBy}."
            )
        );

    private void Sentences(string title, IEnumerable<string> sentences)
    {
        var all = sentences.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        Title(title);
        foreach (var line in all.SelectMany(s => TextWrap.Lines(s, width)))
        {
            writer.WriteLine(line);
        }
    }

    private void Title(string title)
    {
        writer.WriteLine();
        writer.WriteLine(paint.Bold(title));
    }

    private static string Origin(GoVariableOrigin origin) =>
        origin switch
        {
            GoVariableOrigin.Process => "environment",
            GoVariableOrigin.UserFile => "go/env",
            GoVariableOrigin.RootFile => "go.env",
            _ => "default",
        };

    // Whatever stands in a settings file, no terminal is to obey it.
    private static string Printable(string text) => new([.. text.Select(c => char.IsControl(c) ? '\ufffd' : c)]);
}
