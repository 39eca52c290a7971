using System.Text.RegularExpressions;
using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Do modules work as their writers expect, and are experiments known?</summary>
internal sealed partial class ModuleModeCheck : SurroundingCheck
{
    private const int FirstWithFips = 24;

    public override string Id => "env.module-mode";

    public override string Title => "Modules and experiments are as usual";

    protected override string Ran => "read GO111MODULE, GOWORK, GOEXPERIMENT, GOFIPS140 and GOCACHEPROG";

    protected override string Expected => "not set, or values that Go knows";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GO111MODULE") is { Value: not ("on" or "auto") } mode)
        {
            yield return mode.Value == "off"
                ? mode.Finding(
                    GoErrorCodes.InvalidVariable,
                    "so that go.mod is not read, and packages are looked for in GOPATH",
                    severity: HealthSeverity.Warning
                )
                : mode.Finding(GoErrorCodes.InvalidVariable, "but has to be on, auto or off: every command that loads packages fails");
        }

        if (SetVariable.Find(surroundings, "GOWORK") is { Value: not ("off" or "auto") } work)
        {
            if (!GoFilePath.IsAbsolute(work.Value))
            {
                yield return work.Finding(
                    GoErrorCodes.InvalidVariable,
                    "which is not an absolute path: every command that loads packages fails"
                );
            }
            else if (!Path.Exists(work.Value))
            {
                yield return work.Finding(GoErrorCodes.InvalidVariable, "which does not exist: every command that loads packages fails");
            }
        }

        if (SetVariable.Find(surroundings, "GOEXPERIMENT") is { } experiments && Unknown(experiments.Value, surroundings) is { } unknown)
        {
            yield return experiments.Finding(
                GoErrorCodes.InvalidVariable,
                $"but this Go knows no experiment `{unknown}`: every `go` command fails"
            );
        }

        if (
            SetVariable.Find(surroundings, "GOFIPS140") is { Origin: GoVariableOrigin.Process } fips
            && surroundings.Go.Minor >= FirstWithFips
            && !Fips().IsMatch(fips.Value)
        )
        {
            yield return fips.Finding(
                GoErrorCodes.InvalidVariable,
                "but has to be off, latest, or a version such as v1.0.0: every `go` command fails"
            );
        }

        if (SetVariable.Find(surroundings, "GOCACHEPROG") is { } cache && IsMissingProgram(cache.Value, context.Host))
        {
            yield return cache.Finding(GoErrorCodes.InvalidVariable, "and that program does not exist: nothing can be built");
        }
    }

    // Each experiment of a Go has a file in its tree (internal/goexperiment/mkconsts.go).
    private static string? Unknown(string list, GoSurroundings surroundings)
    {
        var directory = Path.Combine(surroundings.Go.OwnRoot ?? "", "src", "internal", "goexperiment");
        if (surroundings.Go.OwnRoot is null || !Directory.Exists(directory))
        {
            return null;
        }

        return list.Split(',')
            .FirstOrDefault(e =>
                e is not ("" or "none") && !IsKnown(e) && !(e.StartsWith("no", StringComparison.Ordinal) && IsKnown(e[2..]))
            );

        bool IsKnown(string name) =>
            name == "regabi" || (name.All(char.IsAsciiLetterOrDigit) && File.Exists(Path.Combine(directory, $"exp_{name}_on.go")));
    }

    private static bool IsMissingProgram(string command, HostMachine host) =>
        QuotedWords.TrySplit(command, out var words) && words.Count > 0 && new ProgramSearch(host).Find(words[0]) is null;

    // internal/buildcfg, `gofips140`; the words in the middle are from Go 1.26 on.
    [GeneratedRegex("^(off|latest|inprocess|certified|v1\\.[0-9]+\\.[0-9]+(-rc[0-9]+|-.{8})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Fips();
}
