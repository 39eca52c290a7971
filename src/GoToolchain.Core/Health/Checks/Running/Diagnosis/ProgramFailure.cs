using GoToolchain.Execution;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Explains why a program of the tree did not do its work, whether it was started or not.</summary>
internal static class ProgramFailure
{
    /// <summary>Names the cause.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="program">The program that was run: absolute.</param>
    /// <param name="otherwise">The code when the cause is not known.</param>
    /// <param name="what">What did not work: the subject of a sentence.</param>
    public static HealthFinding Explain(GoFailure failure, string program, GoErrorCode otherwise, string what)
    {
        var result = failure.Result;
        if (result.NotStarted is { } cause)
        {
            return Unstarted(failure, program, cause, otherwise);
        }

        if (result.Hung is not null)
        {
            return new HealthFinding(otherwise, $"{what}: `{result.Ran}` {result.Ending}.", failure.Tree.InstallAgain) { Place = program };
        }

        return result.Signal is { } signal && GoOutputDiagnosis.Recognize(failure) is null
            ? ToolRules.Crashed(failure, program, signal)
            : GoOutputDiagnosis.Explain(failure, otherwise, what) with
            {
                Place = GoOutputDiagnosis.Recognize(failure)?.Place ?? program,
            };
    }

    private static HealthFinding Unstarted(
        GoFailure failure,
        string program,
        System.ComponentModel.Win32Exception cause,
        GoErrorCode otherwise
    )
    {
        var message = StartFailure.MessageOf(cause);
        // A file that is there and is "not found": the loader that it names is not there. That says the general explanation.
        var isKnown = StartFailure.IsDenied(cause) || StartFailure.IsWrongFormat(cause) || !File.Exists(program);
        var finding = isKnown ? ToolRules.NotStarted(failure, program, message.ToLowerInvariant()) : null;
        if (finding is not null)
        {
            return finding;
        }

        var (why, nextStep) = StartFailure.Diagnose(program, workingDirectory: null, failure.Tree.Host, cause);
        return new HealthFinding(otherwise, $"{program} cannot be started: {why}", nextStep) { Place = program };
    }
}
