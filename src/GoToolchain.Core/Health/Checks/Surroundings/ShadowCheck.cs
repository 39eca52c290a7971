using GoToolchain.Environments;
using GoToolchain.Environments.Search;
using GoToolchain.Locating;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does a shell run the Go, and the programs, that are meant?</summary>
internal sealed class ShadowCheck : SurroundingCheck
{
    private const int MostPrograms = 5;

    public override string Id => "env.shadows";

    public override string Title => "No program hides the one that is meant";

    protected override string Ran => "look for go, gofmt and every installed program on PATH";

    protected override string Expected => "one go, its own gofmt, and the programs that `go install` wrote";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        var lookups = new CommandLookups(context.Host, surroundings.Install);
        var go = lookups.Of("go");
        if (HiddenSubject(context, go) is { } finding)
        {
            yield return finding;
        }

        var formatter = lookups.Of("gofmt");
        if (
            EnvironmentExplanation.TreeAround(go.Target) is { } tree
            && EnvironmentExplanation.TreeAround(formatter.Target) is { } other
            && tree != other
        )
        {
            yield return Warning(
                $"`go` on PATH belongs to {tree}, but `gofmt` to {other}.",
                $"Put {Path.Combine(tree, "bin")} before {Path.GetDirectoryName(formatter.File)} on PATH.",
                formatter.File
            );
        }

        var programs = lookups.Shadowed().Where(c => c.Name is not ("go" or "gofmt")).ToArray();
        foreach (var program in programs.Take(MostPrograms))
        {
            yield return Warning(
                program.Note!,
                $"Put {surroundings.Install.Path} before {Path.GetDirectoryName(program.File)} on PATH.",
                program.File
            );
        }

        if (programs.Length > MostPrograms)
        {
            yield return Warning(
                $"{programs.Length - MostPrograms} more programs of {surroundings.Install.Path} are hidden by others on PATH.",
                $"Put {surroundings.Install.Path} first on PATH; `gotoolchain env explain` lists them.",
                surroundings.Install.Path
            );
        }
    }

    // Only a Go that was put on PATH is meant to be run by its bare name.
    private static HealthFinding? HiddenSubject(HealthContext context, CommandLookup go)
    {
        if (context.Subject is not { } subject || go.File is null || !subject.Origins.Contains(GoOrigin.SearchPath))
        {
            return null;
        }

        var tree = EnvironmentExplanation.TreeAround(go.Target);
        return tree is not null && EnvironmentExplanation.IsSame(tree, subject.ResolvedRoot)
            ? null
            : Warning(
                $"A shell runs {go.File} for `go`, which is not the Go in {subject.Root}: that one comes later on PATH.",
                $"Put {Path.Combine(subject.Root, "bin")} before {Path.GetDirectoryName(go.File)} on PATH.",
                go.File
            );
    }

    private static HealthFinding Warning(string cause, string cure, string? place) =>
        new(GoErrorCodes.CommandShadowed, cause, cure) { Severity = HealthSeverity.Warning, Place = place };
}
