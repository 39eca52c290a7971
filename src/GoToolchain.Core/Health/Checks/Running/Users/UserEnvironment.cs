using GoToolchain.Execution;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>The environment in which this user's shell runs <c>go</c>, and ways to change one thing in it.</summary>
/// <param name="context">The examination.</param>
internal sealed class UserEnvironment(HealthContext context)
{
    // What else a go command takes from the environment: where home, temporary files and caches are.
    private static readonly string[] s_places =
    [
        "HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "TMPDIR",
        "LocalAppData",
        "AppData",
        "TEMP",
        "TMP",
    ];

    /// <summary>
    /// What is set over the environment of the host in every run: a module without dependencies needs no proxy, so only a change of toolchains
    /// could ask one, and an examination does not download anything.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Offline { get; } = new Dictionary<string, string?> { ["GOPROXY"] = "off" };

    /// <summary>The variables that may be at fault: those of Go that are set, and those that Go would fill in by itself.</summary>
    public IReadOnlyList<string> Suspects
    {
        get
        {
            var names = context
                .Host.Variables.Where(v => v.Value.Length > 0)
                .Select(v => v.Key)
                .Where(n => CleanEnvironment.IsOfGo(n) || s_places.Contains(n));
            return
            [
                .. names.Union(["GOCACHE", "GOTMPDIR", "GOPATH"], GoEnvironment.VariableNames).Where(n => n is not ("GOPROXY" or "GOENV")),
            ];
        }
    }

    /// <summary>The user's value; null when it is not set.</summary>
    /// <param name="name">The variable.</param>
    public string? Value(string name) => context.Host.GetVariable(name);

    /// <summary>The value that a variable has where everything works; null: it is not set there.</summary>
    /// <param name="name">The variable.</param>
    public string? Harmless(string name) =>
        name switch
        {
            "HOME" => Path.Combine(context.Scratch, "home"),
            "TMPDIR" or "TEMP" or "TMP" => Path.Combine(context.Scratch, "tmp"),
            "XDG_CACHE_HOME" or "LocalAppData" => Path.Combine(context.Scratch, "caches"),
            _ => CleanEnvironment.Of(context).Changes.GetValueOrDefault(name),
        };

    /// <summary>The user's environment with one variable as it is where everything works.</summary>
    /// <param name="name">The variable.</param>
    public Dictionary<string, string?> Without(string name) => new(Offline) { [name] = Harmless(name) };

    /// <summary>The user's environment without the go/env file, or with another one.</summary>
    /// <param name="file">The other one; <c>off</c>: none.</param>
    public static Dictionary<string, string?> WithFile(string file) => new(Offline) { ["GOENV"] = file };
}
