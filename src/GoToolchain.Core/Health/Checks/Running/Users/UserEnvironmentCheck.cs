using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>Does in this user's environment work what works in a clean one: settings, modules, a build and a run?</summary>
internal sealed class UserEnvironmentCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.user-environment";

    public string Id => Name;

    public string Title => "It works in this user's environment";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [ProgramCheck.Name, .. Premises.OfUsers];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var file = UserSettings.Of(context).UserFile;
        if (file.State is GoEnvFileState.NotRegular or GoEnvFileState.TooLong)
        {
            return CheckAnswer.NotApplicable($"No `go` is started with this go/env file: {file.Problem}");
        }

        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var program = SmallProgram.Create(context, "users-program");
        var answer = new CheckAnswer(
            "go env; go list -m; go mod tidy; go build; the program",
            "all as in a clean environment",
            "as in a clean environment"
        );
        foreach (var arguments in Steps(program))
        {
            var failed = await RunAsync(UserEnvironment.Offline).ConfigureAwait(false);
            if (!failed.Succeeded)
            {
                var finding = await ExplainAsync(context, new GoFailure(failed, tree), WorksAsync).ConfigureAwait(false);
                return answer with { Found = $"{failed.Ran} {failed.Ending}", Findings = [finding] };
            }

            Task<ProcessResult> RunAsync(IReadOnlyDictionary<string, string?> variables) =>
                go.RunAsUserAsync(program.Directory, arguments, variables, cancel);

            async Task<bool> WorksAsync(IReadOnlyDictionary<string, string?> variables) =>
                (await RunAsync(variables).ConfigureAwait(false)).Succeeded;
        }

        return await CompareAsync(context, program, answer, cancel).ConfigureAwait(false);
    }

    private static IEnumerable<IReadOnlyList<string>> Steps(SmallProgram program) =>
        [
            ["env", "GOPROXY", "GOSUMDB", "GOFLAGS", "GOMODCACHE", "GOTOOLCHAIN"],
            ["list", "-m"],
            ["mod", "tidy"],
            program.BuildArguments,
        ];

    private static async Task<HealthFinding> ExplainAsync(
        HealthContext context,
        GoFailure failure,
        Func<IReadOnlyDictionary<string, string?>, Task<bool>> works
    )
    {
        if (failure.Result is { Hung: not null } or { NotStarted: not null })
        {
            return new HealthFinding(
                GoErrorCodes.ModulesBroken,
                $"In this user's environment `{failure.Result.Ran}` {failure.Result.Ending}, and works in a clean one.",
                "Compare the environment with an empty one: `env -i`."
            );
        }

        var culprit = await new CulpritSearch(context, works).FindAsync(failure.Result).ConfigureAwait(false);
        return culprit is not null
            ? CulpritFinding.Of(culprit, failure)
            : GoOutputDiagnosis.Explain(
                failure,
                GoErrorCodes.ModulesBroken,
                "In this user's environment Go does not work, though in a clean one it does"
            );
    }

    // The build may have been one for another platform, or by another Go.
    private static async Task<CheckAnswer> CompareAsync(
        HealthContext context,
        SmallProgram program,
        CheckAnswer answer,
        CancellationToken cancel
    )
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var own = GoAnswer.VersionIn(await GoAnswer.AskAsync(context, cancel).ConfigureAwait(false));
        var ran = await go.RunProgramAsync(program.Program, program.Directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        if (ran.Succeeded)
        {
            var said = ProgramAnswer.TryParse(ran.Output);
            return said is null || GoAnswer.IsSame(said.Version, own)
                ? answer
                : answer with
                {
                    Found = said.Version,
                    Findings = [await OtherGoAsync(context, said.Version, own, cancel).ConfigureAwait(false)],
                };
        }

        var culprit = await new CulpritSearch(context, RunsAsync).FindAsync(ran).ConfigureAwait(false);
        var cause = culprit is null
            ? $"What is built in this user's environment does not run: it {ran.Ending}, and in a clean environment it runs."
            : $"{culprit.Description} makes every build one that does not run here: it {ran.Ending}.";
        var code = culprit?.Name is "GOOS" or "GOARCH" ? GoErrorCodes.ForeignTarget : GoErrorCodes.ProgramFails;
        return answer with
        {
            Found = ran.Ending,
            Findings = [new HealthFinding(code, cause, culprit?.Cure ?? tree.InstallAgain) { Place = culprit?.Place }],
        };

        async Task<bool> RunsAsync(IReadOnlyDictionary<string, string?> variables) =>
            (await go.RunAsUserAsync(program.Directory, program.BuildArguments, variables, cancel).ConfigureAwait(false)).Succeeded
            && (
                await go.RunProgramAsync(program.Program, program.Directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false)
            ).Succeeded;
    }

    private static async Task<HealthFinding> OtherGoAsync(HealthContext context, string version, string own, CancellationToken cancel)
    {
        var go = GoProcesses.Of(context);
        var culprit = await new CulpritSearch(context, IsOwnAsync).FindAsync(new ProcessResult("", context.Scratch)).ConfigureAwait(false);
        return new HealthFinding(
            culprit?.Name == "GOTOOLCHAIN" ? GoErrorCodes.InvalidToolchainVariable : GoErrorCodes.VersionsDisagree,
            $"{culprit?.Description ?? "Something in this user's environment"} makes every command of Go {own} one of {version}.",
            culprit?.Cure ?? "Set GOTOOLCHAIN to `local`."
        )
        {
            Place = culprit?.Place ?? "GOTOOLCHAIN",
            Severity = HealthSeverity.Warning,
        };

        async Task<bool> IsOwnAsync(IReadOnlyDictionary<string, string?> variables) =>
            GoAnswer.IsSame(
                GoAnswer.VersionIn(await go.RunAsUserAsync(context.Scratch, ["version"], variables, cancel).ConfigureAwait(false)),
                own
            );
    }
}
