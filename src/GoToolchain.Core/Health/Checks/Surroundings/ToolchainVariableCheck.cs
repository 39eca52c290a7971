using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Is GOTOOLCHAIN one that Go understands, and can that toolchain be had? (cmd/go/internal/toolchain, <c>Select</c>)</summary>
internal sealed class ToolchainVariableCheck : SurroundingCheck
{
    private const int FirstToSwitch = 21;

    public override string Id => "env.toolchain";

    public override string Title => "GOTOOLCHAIN can be had";

    protected override string Ran => "read GOTOOLCHAIN";

    protected override string Expected => "local, auto, path or a version, that of this Go or one that is here";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (surroundings.Go.Minor < FirstToSwitch || SetVariable.Find(surroundings, "GOTOOLCHAIN") is not { } toolchain)
        {
            yield break;
        }

        var plus = toolchain.Value.IndexOf('+', StringComparison.Ordinal);
        var name = plus < 0 ? toolchain.Value : toolchain.Value[..plus];
        var suffix = plus < 0 ? null : toolchain.Value[(plus + 1)..];
        if (name is "auto" or "path" && suffix is null)
        {
            yield break;
        }

        if (suffix is not null and not "auto" and not "path")
        {
            yield return toolchain.Finding(
                GoErrorCodes.InvalidToolchainVariable,
                "but only +auto and +path may follow a version: every `go` command fails"
            );
        }
        else if (name != "local" && Problem(name, toolchain, surroundings) is { } finding)
        {
            yield return finding;
        }
    }

    private static HealthFinding? Problem(string name, SetVariable toolchain, GoSurroundings surroundings)
    {
        // `go1.2.3`, or another compiler such as `gccgo-go1.2.3` (gover.FromToolchain).
        var at = name.StartsWith("go1", StringComparison.Ordinal) ? 0 : name.IndexOf("-go1", StringComparison.Ordinal) + 1;
        if (at < 0 || (at == 0 && !name.StartsWith("go1", StringComparison.Ordinal)) || !GoVersion.TryParse(name[at..], out var version))
        {
            return toolchain.Finding(
                GoErrorCodes.InvalidToolchainVariable,
                "which is no toolchain: every `go` command fails",
                $"Use local, auto, path or a name such as go1.24.4. {toolchain.Cure}"
            );
        }

        if (version.IsLanguageVersion)
        {
            return toolchain.Finding(
                GoErrorCodes.InvalidToolchainVariable,
                $"which is a language version, not a toolchain: there is only {name}.0 and its successors",
                $"Name a whole version, such as {name}.0. {toolchain.Cure}"
            );
        }

        if (surroundings.Go.Version is null || version == surroundings.Go.Version || IsHere(name, surroundings))
        {
            return null;
        }

        var isOffline = surroundings.Values.Of("GOPROXY") == "off";
        return isOffline
            ? toolchain.Finding(
                GoErrorCodes.InvalidToolchainVariable,
                $"but this Go is {surroundings.Go.Version}, {name} is not on this machine, and GOPROXY=off forbids to fetch it: every `go` command fails"
            )
            : toolchain.Finding(
                GoErrorCodes.InvalidToolchainVariable,
                $"but this Go is {surroundings.Go.Version}: every `go` command first fetches {name} through the module proxy, and fails where it cannot",
                severity: toolchain.IsForGood ? HealthSeverity.Error : HealthSeverity.Warning
            );
    }

    private static bool IsHere(string name, GoSurroundings surroundings)
    {
        var platform = surroundings.Host.Platform;
        var module = $"golang.org/toolchain@v0.0.1-{name}.{platform.Os}-{platform.Arch}";
        var cache = surroundings.Values.Of("GOMODCACHE");
        return new ProgramSearch(surroundings.Host).Find(name) is not null
            || (GoFilePath.IsAbsolute(cache) && Directory.Exists(GoFilePath.Join(cache, module)));
    }
}
