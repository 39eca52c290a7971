using GoToolchain.Health.Checks.Running.Diagnosis;

namespace GoToolchain.Health.Checks.Running.Library;

/// <summary>Takes the messages of a build of many packages apart: what was wrong with which.</summary>
internal static class PackageFailures
{
    // More than this nobody reads; they mostly have one cause.
    private const int MostFindings = 20;

    /// <summary>One finding for each cause.</summary>
    /// <param name="failure">The build.</param>
    /// <param name="otherwise">The code of what no rule knows.</param>
    public static IReadOnlyList<HealthFinding> Of(GoFailure failure, GoErrorCode otherwise)
    {
        var findings = Blocks(failure.Result.Messages)
            .Select(b => Explain(failure with { Result = failure.Result with { Errors = b.Messages, Output = "" } }, b.Package, otherwise))
            .DistinctBy(f => f.Cause)
            .ToList();
        return findings.Count switch
        {
            0 => [GoOutputDiagnosis.Explain(failure, otherwise, "The standard library does not compile")],
            <= MostFindings => findings,
            _ =>
            [
                .. findings.Take(MostFindings),
                new HealthFinding(otherwise, $"{findings.Count - MostFindings} more packages fail.", failure.Tree.InstallAgain),
            ],
        };
    }

    private static HealthFinding Explain(GoFailure failure, string? package, GoErrorCode otherwise) =>
        GoOutputDiagnosis.Recognize(failure)
        ?? new HealthFinding(
            otherwise,
            package is null
                ? $"The standard library does not compile: {failure.DecisiveLine}"
                : $"Package {package} of the standard library does not compile: {failure.DecisiveLine}",
            failure.Tree.InstallAgain
        );

    // `# package` heads the messages of its compiler (cmd/go/internal/work/exec.go, showOutput); before the first are those of go itself,
    // each on a line of its own.
    private static IEnumerable<(string? Package, string Messages)> Blocks(string messages)
    {
        string? package = null;
        var block = new List<string>();
        foreach (var line in messages.Split('\n').Where(l => l.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (block.Count > 0)
                {
                    yield return (package, string.Join('\n', block));
                    block.Clear();
                }

                package = line[2..].Split(' ')[0];
            }
            else if (package is null && !char.IsWhiteSpace(line[0]) && block.Count > 0)
            {
                yield return (null, string.Join('\n', block));
                block.Clear();
                block.Add(line);
            }
            else
            {
                block.Add(line);
            }
        }

        if (block.Count > 0)
        {
            yield return (package, string.Join('\n', block));
        }
    }
}
