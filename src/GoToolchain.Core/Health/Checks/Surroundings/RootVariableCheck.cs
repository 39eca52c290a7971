using GoToolchain.Environments;
using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does GOROOT, where somebody sets it, lead to the Go that runs?</summary>
internal sealed class RootVariableCheck : SurroundingCheck
{
    public override string Id => "env.root-variable";

    public override string Title => "GOROOT leads to the Go that runs";

    protected override string Ran => "read GOROOT from the environment and the go/env file";

    protected override string Expected => "not set, or the tree of the Go that runs";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOROOT") is { } set)
        {
            if (Problem(context, set) is { } finding)
            {
                yield return finding;
            }

            // A variable hides the line of the file only where it is set.
            if (set.Origin == GoVariableOrigin.Process && surroundings.Go.UserFile.Find("GOROOT") is { Value.Length: > 0 } line)
            {
                if (!Directory.Exists(line.Value))
                {
                    var place = surroundings.Go.UserFile.PlaceOf(line);
                    yield return new HealthFinding(
                        GoErrorCodes.RootVariableWrong,
                        $"{place} sets GOROOT to {line.Value}, which does not exist; where the variable GOROOT is not set, no `go` command works.",
                        $"Remove the line {place}."
                    )
                    {
                        Place = place,
                        Fix = GoEnvFileFix.Unset(context.Host, surroundings.Go.UserFile, "GOROOT"),
                    };
                }
            }
        }
    }

    private static HealthFinding? Problem(HealthContext context, SetVariable set)
    {
        if (!GoFilePath.IsAbsolute(set.Value))
        {
            var why = set.Value.StartsWith('~') ? "with a ~ that no shell has replaced" : "which is not an absolute path";
            return set.Finding(GoErrorCodes.RootVariableWrong, $"{why}, so no `go` command works");
        }

        var facts = new GoRootInspector(context.Host.Platform).Inspect(set.Value);
        switch (facts.Verdict)
        {
            case GoVerdict.Missing:
                return set.Finding(GoErrorCodes.RootVariableWrong, "which does not exist, so no `go` command works, `go env -u` neither");
            case GoVerdict.DanglingLink:
                return set.Finding(GoErrorCodes.RootVariableWrong, "which is a link that leads nowhere, so no `go` command works");
            case GoVerdict.WrongPlatform:
                return set.Finding(GoErrorCodes.RootVariableForeign, $"which is the tree of a Go for {facts.Platform}");
            case GoVerdict.Usable:
                return Foreign(context, set, facts);
            default:
                // What is wrong inside a tree is the question of the checks of the tree; here: is it one at all?
                return Directory.Exists(Path.Combine(set.Value, "pkg", "tool"))
                    ? Foreign(context, set, facts)
                    : set.Finding(GoErrorCodes.RootVariableWrong, "in which there is no Go");
        }
    }

    private static HealthFinding? Foreign(HealthContext context, SetVariable set, GoRootFacts named)
    {
        foreach (var (tree, version, what, isManaged) in Running(context))
        {
            if (!EnvironmentExplanation.IsSame(tree, set.Value))
            {
                var isOther = named.Version is null || version is null || named.Version != version;
                var problem =
                    $"but {what} is that of {tree} ({version?.ToString() ?? "unknown version"}): it would take compiler and library from the other tree ({named.Version?.ToString() ?? "unknown version"})";
                return set.Finding(
                    GoErrorCodes.RootVariableForeign,
                    problem,
                    severity: isOther && !isManaged ? HealthSeverity.Error : HealthSeverity.Warning
                );
            }
        }

        return null;
    }

    private static IEnumerable<(string Tree, GoVersion? Version, string What, bool IsManaged)> Running(HealthContext context)
    {
        if (new ProgramSearch(context.Host).Find("go") is { } command)
        {
            var tree = EnvironmentExplanation.TreeAround(new LinkResolver().Resolve(command));
            if (tree is not null)
            {
                yield return (tree, VersionOf(tree), "the `go` on PATH", false);
            }
        }

        if (context.Subject is { } subject)
        {
            yield return (subject.ResolvedRoot, subject.Version, "the Go that is examined", subject.IsManaged);
        }
    }

    private static GoVersion? VersionOf(string tree)
    {
        try
        {
            return VersionFile.Read(tree, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
