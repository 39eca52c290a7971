using GoToolchain.Execution;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>
/// An environment in which only the tree itself can be at fault: no variable of Go, of cgo or of C compilers from outside, no go/env file, no
/// workspace, no network, no telemetry, and directories of its own. The build cache alone is the user's, so that the second examination is quick.
/// </summary>
internal sealed class CleanEnvironment
{
    // What cmd/go reads besides GO… and CGO_… (go help environment).
    private static readonly string[] s_compilers = ["AR", "CC", "CXX", "FC", "GCCGO", "PKG_CONFIG"];

    private CleanEnvironment(HealthContext context)
    {
        BuildCache = BuildCaches.UsersOwn(context) ?? MakeDirectory(context, "cache");
        var changes = new Dictionary<string, string?>(GoEnvironment.VariableNames);
        foreach (var name in context.Host.Variables.Keys.Where(IsOfGo))
        {
            changes[name] = null;
        }

        // GoCommand sets it where a go/env file does: here Go has to find its own.
        changes["GOROOT"] = null;
        changes["GOENV"] = "off";
        changes["GOWORK"] = "off";
        changes["GOTOOLCHAIN"] = "local";
        changes["GO111MODULE"] = "on";
        changes["GOPROXY"] = "off";
        changes["GOSUMDB"] = "off";
        changes["GOFLAGS"] = null;
        changes["GOPATH"] = Path.Combine(context.Scratch, "gopath");
        changes["GOCACHE"] = BuildCache;
        var temporary = MakeDirectory(context, "tmp");
        // The linker and C compilers do not know the first.
        foreach (var name in (string[])["GOTMPDIR", "TMPDIR", "TEMP", "TMP"])
        {
            changes[name] = temporary;
        }

        if (!context.Host.Platform.IsWindows)
        {
            changes["XDG_CONFIG_HOME"] = WithoutTelemetry(context);
        }

        Changes = changes;
    }

    /// <summary>What differs from the environment of the host; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Changes { get; }

    /// <summary>The build cache in use: absolute.</summary>
    public string BuildCache { get; }

    /// <summary>That of an examination.</summary>
    /// <param name="context">The examination.</param>
    /// <exception cref="GoToolchainException">There is no room for its directories.</exception>
    public static CleanEnvironment Of(HealthContext context) => context.Share(c => new CleanEnvironment(c));

    /// <summary>Whether <c>go</c> takes a variable for one of its own.</summary>
    /// <param name="name">The variable.</param>
    public static bool IsOfGo(string name) =>
        name.StartsWith("GO", StringComparison.Ordinal) && !name.StartsWith("GOTC_", StringComparison.Ordinal)
        || name.StartsWith("CGO_", StringComparison.Ordinal)
        || s_compilers.Contains(name);

    private static string MakeDirectory(HealthContext context, string name) => ScratchFiles.Write(context, name, []);

    // From 1.23 on `go` leaves a process behind that tidies its counters (golang.org/x/telemetry, start.go); it would outlive us.
    private static string WithoutTelemetry(HealthContext context)
    {
        ScratchFiles.Write(context, Path.Combine("config", "go", "telemetry"), new() { ["mode"] = "off" });
        return Path.Combine(context.Scratch, "config");
    }
}
