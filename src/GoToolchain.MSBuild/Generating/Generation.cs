using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GoToolchain.MSBuild.Generating;

/// <summary>One <c>go generate</c> and the record of it.</summary>
/// <param name="definition">What runs.</param>
/// <param name="go">With which Go.</param>
/// <param name="host">The machine.</param>
/// <param name="log">The build log.</param>
/// <param name="projectFile">The user's project.</param>
internal sealed class Generation(
    GenerateDefinition definition,
    GoInstallation go,
    HostMachine host,
    TaskLoggingHelper log,
    string projectFile
)
{
    private readonly BuildStamp _stamp = new(definition.Job.Stamp);

    /// <summary>Why it has to run, or null. Starts nothing.</summary>
    public string? WhyStale() => WhyStale(Look());

    /// <summary>Runs it, unless another process has just done so.</summary>
    /// <returns>What is wrong; empty after a success.</returns>
    public async Task<IReadOnlyList<GoDiagnostic>> RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(definition.Job.OutputDirectory);
        using var held = await JobLock.AcquireAsync(definition.Job, host, log, cancel).ConfigureAwait(false);
        var before = Look();
        if (WhyStale(before) is null)
        {
            return [];
        }

        // A failure must not leave the stamp of an earlier success.
        _stamp.Delete();
        var run = new GoRun(go, definition.Job.Directory, definition.VariablesWithPath(host), log);
        var (exitCode, output, error) = await run.RunAsync(definition.Arguments, cancel).ConfigureAwait(false);
        if (exitCode != 0)
        {
            var failures = GeneratorOutput.Explain(output, error, definition.Job.Directory);
            return failures.Count > 0
                ? failures
                : await GoFailure
                    .ExplainAsync(output, error, exitCode, definition.Job.Directory, go, projectFile, cancel)
                    .ConfigureAwait(false);
        }

        var missing = definition.Outputs.Where(o => !o.Files().Any(File.Exists)).ToArray();
        if (missing.Length > 0)
        {
            return [.. missing.Select(Missing)];
        }

        Record(before, Look());
        return [];
    }

    private GenerateInputs Look() => GenerateInputs.Look(definition, go, host);

    private string? WhyStale(GenerateInputs now) => _stamp.WhyStale(now.Key, now.Outputs);

    private void Record(GenerateInputs before, GenerateInputs after)
    {
        // Only what the generators are not meant to change: by them, or by somebody while they ran.
        var changed = before.Files.Except(after.Files).Select(f => f.Path).FirstOrDefault();
        if (changed is null && before.Key.SequenceEqual(after.Key))
        {
            _stamp.Write(after.Key, after.Outputs, new BuildInputs(after.Files, []));
        }
        else
        {
            log.LogMessage(
                MessageImportance.High,
                "{0}",
                $"go generate in {definition.Job.Directory} will run again: {changed ?? "a file with a go:generate line, or one that matches Inputs,"} changed while it ran. If a generator writes it, name it in Outputs."
            );
        }
    }

    private GoDiagnostic Missing(FilePattern output) =>
        GoDiagnostic.From(
            new GoToolchainException(
                GoErrorCodes.OutputNotGenerated,
                $"go generate in {definition.Job.Directory} ran without an error, but there is no {output}.",
                nextStep: "Compare Outputs of the GoGenerate item with what its generators write."
            ),
            projectFile
        );
}
