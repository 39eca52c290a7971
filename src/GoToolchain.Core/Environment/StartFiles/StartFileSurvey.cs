namespace GoToolchain.Environments.StartFiles;

/// <summary>
/// What the start-up files of a user do to the variables that matter for Go. They are read, never run: conditions are not evaluated, and what
/// only a program would tell is left open.
/// </summary>
internal sealed class StartFileSurvey
{
    // Files that read files that read files: deeper is a circle.
    private const int MostDepth = 5;
    private static readonly string[] s_others =
    [
        "PATH",
        "LD_LIBRARY_PATH",
        "HOME",
        "TMPDIR",
        "ZDOTDIR",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
    ];

    private readonly HostMachine _host;
    private readonly List<StartFileSetting> _settings = [];
    private readonly List<StartFileHint> _hints = [];
    private readonly List<StartFile> _files = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _scope = new(StringComparer.Ordinal);

    private StartFileSurvey(HostMachine host) => _host = host;

    /// <summary>Every line that sets one of these variables, in the order in which the files take effect.</summary>
    public IReadOnlyList<StartFileSetting> Settings => _settings;

    /// <summary>Every line that hands over to a version manager.</summary>
    public IReadOnlyList<StartFileHint> Hints => _hints;

    /// <summary>The files that are there.</summary>
    public IReadOnlyList<StartFile> Files => _files;

    /// <summary>Reads the files.</summary>
    /// <param name="host">The machine.</param>
    public static StartFileSurvey Read(HostMachine host)
    {
        var survey = new StartFileSurvey(host);
        var zshDirectory = host.GetVariable("ZDOTDIR");
        foreach (var file in new StartFileCatalog(host).All(zshDirectory))
        {
            survey.Read(file, 0);
        }

        // ~/.zshenv may say that the rest lies elsewhere.
        if (
            survey._settings.LastOrDefault(s => s.Name == "ZDOTDIR")?.Value is { } moved
            && Path.IsPathFullyQualified(moved)
            && moved != zshDirectory
        )
        {
            foreach (var file in new StartFileCatalog(host).All(moved))
            {
                survey.Read(file, 0);
            }
        }

        return survey;
    }

    /// <summary>The lines that set a variable, the one that gave the present value first.</summary>
    /// <param name="name">The variable.</param>
    public IReadOnlyList<StartFileSetting> Of(string name) =>
        [.. _settings.Where(s => s.Name == name).Reverse().OrderByDescending(s => s.IsCurrent)];

    private void Read(StartFile file, int depth)
    {
        if (depth > MostDepth || !_seen.Add(file.Path) || StartFileScript.Read(file) is not { } statements)
        {
            return;
        }

        _files.Add(file);
        var expansion = new ShellExpansion(Find, _host.HomeDirectory);
        foreach (var (line, statement) in statements)
        {
            switch (statement.Kind)
            {
                case StartFileStatementKind.Set or StartFileStatementKind.Add:
                    Set(file, line, statement, expansion);
                    break;
                case StartFileStatementKind.Unset:
                    _scope[statement.Name] = null;
                    break;
                case StartFileStatementKind.Include:
                    Include(file, line, statement, expansion, depth);
                    break;
                default:
                    AddHint(file, line, statement.Name);
                    break;
            }
        }
    }

    private string? Find(string name) => _scope.TryGetValue(name, out var value) ? value : _host.GetVariable(name);

    private void Set(StartFile file, int line, StartFileStatement statement, ShellExpansion expansion)
    {
        var isList = statement.Name is "PATH" or "LD_LIBRARY_PATH";
        // What the list held before is not what this line adds.
        var text = isList ? WithoutItself(statement.Text, statement.Name) : statement.Text;
        var value = statement.IsLiteral ? text : expansion.Expand(text);
        if (!isList)
        {
            _scope[statement.Name] = value;
        }

        if (GoVariableTable.Find(statement.Name) is null && !s_others.Contains(statement.Name))
        {
            return;
        }

        var current = _host.GetVariable(statement.Name) ?? "";
        var isCurrent = value is { Length: > 0 } && (isList ? IsPartOf(value, current) : value == current);
        _settings.Add(new StartFileSetting(file.Path, line, statement.Name, statement.Text, value, file.ReadBy, isCurrent));
    }

    private void Include(StartFile file, int line, StartFileStatement statement, ShellExpansion expansion, int depth)
    {
        AddHint(file, line, statement.Name);
        if (expansion.Expand(statement.Name) is { } path && Path.IsPathFullyQualified(path))
        {
            Read(file with { Path = Path.GetFullPath(path) }, depth + 1);
        }
    }

    private void AddHint(StartFile file, int line, string command)
    {
        if (VersionManagerHint.Of(command) is { } hint)
        {
            _hints.Add(new StartFileHint(file.Path, line, hint.Program, hint.Effect));
        }
    }

    private static string WithoutItself(string text, string name)
    {
        foreach (var reference in (string[])[$"${{{name}:+:${name}}}", $"${{{name}:+:${{{name}}}}}", $"${{{name}}}", $"${name}"])
        {
            text = text.Replace(reference, "", StringComparison.Ordinal);
        }

        return text.Replace("::", ":", StringComparison.Ordinal)
            .Replace("\":", "\"", StringComparison.Ordinal)
            .Replace(":\"", "\"", StringComparison.Ordinal)
            .Trim(':', ' ');
    }

    private static bool IsPartOf(string directories, string list) =>
        GoFilePath.SplitList(directories).Where(d => d.Length > 0).All(GoFilePath.SplitList(list).Contains);
}
