using GoToolchain.Execution;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Does the program that was just built run, and is it of the version of the tree?</summary>
internal sealed class ProgramCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.program";

    public string Id => Name;

    public string Title => "The program runs and is of this version";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [BuildCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var go = GoProcesses.Of(context);
        var program = SmallProgram.OfTree(context);
        var result = await go.RunProgramAsync(program.Program, program.Directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        var own = GoAnswer.VersionIn(await GoAnswer.AskAsync(context, cancel).ConfigureAwait(false));
        var finding = result.Succeeded ? Compare(context, program, result, own) : Explain(context, program, result);
        return new CheckAnswer(program.Program, $"the word that it was given, and {own}", result.Succeeded ? result.Output : result.Ending)
        {
            Findings = finding is null ? [] : [finding],
        };
    }

    private static HealthFinding? Compare(HealthContext context, SmallProgram program, ProcessResult result, string own)
    {
        var tree = GoTree.Of(context);
        if (ProgramAnswer.TryParse(result.Output) is not { } said || said.Word != program.Word)
        {
            var wrong = $"The program was built and ran, but did not compute what it should: it wrote `{result.Output}`.";
            return new HealthFinding(GoErrorCodes.ProgramFails, wrong, tree.InstallAgain);
        }

        return GoAnswer.IsSame(said.Version, own)
            ? null
            : new HealthFinding(
                GoErrorCodes.VersionsDisagree,
                $"The program that was just built has the runtime of {said.Version}, and go is of {own}: the library in src/runtime is of another version.",
                tree.InstallAgain
            )
            {
                Place = Path.Combine(tree.Root, "src", "runtime"),
            };
    }

    private static HealthFinding Explain(HealthContext context, SmallProgram program, ProcessResult result)
    {
        var tree = GoTree.Of(context);
        if (result.NotStarted is { } failure && StartFailure.IsDenied(failure))
        {
            var parent = Path.GetDirectoryName(context.Scratch)!;
            return new HealthFinding(
                GoErrorCodes.PlaceNotExecutable,
                $"The program was built, but nothing may be executed in {parent} (mounted noexec): `go run` and `go test` run programs there.",
                "Let TMPDIR (or GOTMPDIR) name a directory in which programs may run."
            )
            {
                Place = parent,
            };
        }

        var line = result.Errors.Split('\n', 2)[0];
        var cause = $"The program was built, but it {result.Ending}{(line.Length == 0 ? "." : $": {line}")}";
        return new HealthFinding(GoErrorCodes.ProgramFails, cause, tree.InstallAgain) { Place = program.Program };
    }
}
