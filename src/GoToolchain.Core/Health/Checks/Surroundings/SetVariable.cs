using GoToolchain.Environments;
using GoToolchain.Environments.StartFiles;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>A variable that somebody has set, with the words that a finding about it needs.</summary>
internal sealed class SetVariable
{
    private readonly GoSurroundings _surroundings;
    private readonly GoSettingValue _setting;

    private SetVariable(GoSurroundings surroundings, string name, GoSettingValue setting) =>
        (_surroundings, Name, _setting) = (surroundings, name, setting);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public string Value => _setting.Value;

    /// <summary>Where it comes from.</summary>
    public GoVariableOrigin Origin => _setting.Origin;

    /// <summary>It stays set for later processes too: a file sets it.</summary>
    public bool IsForGood => Origin != GoVariableOrigin.Process || StartFile is not null;

    /// <summary>The line that (probably) set the variable of the process.</summary>
    public StartFileSetting? StartFile =>
        Origin == GoVariableOrigin.Process ? _surroundings.StartFiles.Of(Name).FirstOrDefault(s => s.IsCurrent) : null;

    /// <summary>A variable that has a value, from the process, the user's file or GOROOT/go.env.</summary>
    /// <param name="surroundings">Where to look.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Null when nobody sets it, or to nothing.</returns>
    public static SetVariable? Find(GoSurroundings surroundings, string name) =>
        surroundings.Go.Find(name) is { Value.Length: > 0 } setting ? new SetVariable(surroundings, name, setting) : null;

    /// <summary>A finding about it.</summary>
    /// <param name="code">The kind.</param>
    /// <param name="problem">What is wrong with the value: the end of a sentence.</param>
    /// <param name="cure">What to do; null: stop setting it.</param>
    /// <param name="severity">How bad.</param>
    public HealthFinding Finding(GoErrorCode code, string problem, string? cure = null, HealthSeverity severity = HealthSeverity.Error) =>
        new(code, $"{Name} is `{Shown}`, set {Where}, {problem}.", cure ?? Cure)
        {
            Severity = severity,
            Place = _setting.Place ?? StartFile?.Place ?? Name,
            Fix = Fix,
        };

    /// <summary>The sentence that says how to stop setting it.</summary>
    public string Cure =>
        Origin switch
        {
            GoVariableOrigin.Process when StartFile is { } line => $"Unset {Name}, and remove the line {line.Place}.",
            GoVariableOrigin.Process => $"Unset {Name}: no start-up file is known to set it.",
            GoVariableOrigin.UserFile => $"Remove the line {_setting.Place}; `go env -u {Name}` does it as long as `go` starts.",
            _ => $"Correct the line {_setting.Place}, or install this Go again.",
        };

    private string Where =>
        Origin switch
        {
            GoVariableOrigin.Process when StartFile is { } line => $"in the environment by {line.Place}",
            GoVariableOrigin.Process => "in the environment",
            _ => $"by {_setting.Place}",
        };

    // Long values, and bytes that a terminal would obey, are no reading.
    private string Shown => new([.. (Value.Length > 200 ? Value[..200] + "…" : Value).Select(c => char.IsControl(c) ? '\ufffd' : c)]);

    private HealthFix? Fix =>
        Origin switch
        {
            GoVariableOrigin.UserFile => GoEnvFileFix.Unset(_surroundings.Host, _surroundings.Go.UserFile, Name),
            GoVariableOrigin.Process when StartFile is { } line => StartFileFix.Disable(_surroundings.Host, line),
            _ => null,
        };
}
