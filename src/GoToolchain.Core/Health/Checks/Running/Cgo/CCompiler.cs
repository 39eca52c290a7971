using GoToolchain.Environments;
using GoToolchain.Execution.CCompilers;
using GoToolchain.Health.Checks.Running.Users;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>The C compiler that cgo would use (<c>go help environment</c>: CC).</summary>
/// <param name="Command">As CC has it: the compiler, possibly behind a wrapper, and its flags.</param>
/// <param name="Origin">Where that is said: <c>CC in the environment</c>, <c>CC in the go/env file</c>, <c>Go's default</c>.</param>
/// <param name="Program">The first word as a file: absolute; null when there is none.</param>
/// <param name="Arguments">The other words.</param>
internal sealed record CCompiler(string Command, string Origin, string? Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Somebody named it, so that it should be there.</summary>
    public bool IsNamed => Origin != Default;

    private const string Default = "Go's default";

    /// <summary>That of an examination.</summary>
    /// <param name="context">The examination.</param>
    public static CCompiler Of(HealthContext context) => context.Share(Find);

    /// <summary>Whether the user has switched cgo off.</summary>
    /// <param name="context">The examination.</param>
    public static bool IsSwitchedOff(HealthContext context) => UserSettings.Of(context).Get("CGO_ENABLED") == "0";

    private static CCompiler Find(HealthContext context)
    {
        var settings = UserSettings.Of(context);
        var host = context.Host;
        return settings.Find("CC") is { Value.Length: > 0 } set
            ? Parse(host, set.Value, set.Place is null ? "CC in the environment" : $"CC in {set.Place}")
            : Parse(host, new GoBuildDefaults(settings.OwnRoot).Compiler("DefaultCC", host.Platform), Default);
    }

    private static CCompiler Parse(HostMachine host, string command, string origin)
    {
        var parsed = CompilerCommand.Parse(host, command);
        return new CCompiler(command, origin, parsed.Program, [.. parsed.Arguments]);
    }
}
