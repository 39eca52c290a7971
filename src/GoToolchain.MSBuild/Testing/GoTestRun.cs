using System.Globalization;
using System.Text;
using CliWrap;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GoToolchain.MSBuild.Testing;

/// <summary>One <c>go test</c>: whether anything has to run again is for Go's own cache of test results to say.</summary>
/// <param name="options">What is tested, and how.</param>
/// <param name="go">With which Go.</param>
/// <param name="host">The machine.</param>
/// <param name="log">The build log.</param>
/// <param name="projectFile">The user's project.</param>
internal sealed class GoTestRun(GoTestOptions options, GoInstallation go, HostMachine host, TaskLoggingHelper log, string projectFile)
{
    // The oldest whose cache of test results knows the flag (cmd/go/internal/test, TryCache).
    private static readonly GoVersion s_fullPath = GoVersion.Parse("1.23");

    /// <summary>Runs the tests.</summary>
    /// <param name="cores">How many packages may be built and tested at the same time.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What is wrong; empty after a success.</returns>
    public async Task<IReadOnlyList<GoDiagnostic>> RunAsync(int cores, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Job.OutputDirectory);
        using var held = await JobLock.AcquireAsync(options.Job, host, log, cancel).ConfigureAwait(false);
        var started = host.Clock.GetTimestamp();
        var run = new GoRun(go, options.Job.Directory, options.Variables, log);
        var result = new TestRunResult();
        var (exitCode, error) = await TestAsync(run, cores, result, cancel).ConfigureAwait(false);
        var took = host.Clock.GetElapsedTime(started);

        var failures = exitCode == 0 ? [] : await FailuresAsync(run, result, cancel).ConfigureAwait(false);
        JUnitFile.Write(options.Report, options.Job.Name, result, failures);
        var diagnostics = failures.Select(f => f.Diagnostic).ToList();
        if (exitCode != 0 && (diagnostics.Count == 0 || result.Packages.Any(p => p.BuildFailed)))
        {
            var said = string.Join('\n', result.BuildOutput);
            diagnostics.InsertRange(
                0,
                await GoFailure.ExplainAsync(said, error, exitCode, options.Job.Directory, go, projectFile, cancel).ConfigureAwait(false)
            );
        }

        Say(result, failures, took, exitCode);
        return diagnostics;
    }

    private async Task<(int ExitCode, string Error)> TestAsync(GoRun run, int cores, TestRunResult result, CancellationToken cancel)
    {
        string[] arguments =
        [
            "test",
            "-json",
            "-p",
            cores.ToString(CultureInfo.InvariantCulture),
            .. go.Version >= s_fullPath ? new[] { "-fullpath" } : [],
            .. options.Selecting,
            .. options.Testing,
            .. options.Packages,
        ];
        var file = new StreamWriter(options.Log, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using (file.ConfigureAwait(false))
        {
            var target = PipeTarget.ToDelegate(
                async (line, token) =>
                {
                    await file.WriteLineAsync(line.AsMemory(), token).ConfigureAwait(false);
                    result.Read(line);
                },
                Encoding.UTF8
            );
            return await run.RunAsync(arguments, target, cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<TestFailure>> FailuresAsync(GoRun run, TestRunResult result, CancellationToken cancel)
    {
        string[] arguments = ["list", "-e", "-find", "-f", "{{.ImportPath}}\t{{.Dir}}", .. options.Selecting, .. options.Packages];
        var (_, output, _) = await run.RunAsync(arguments, cancel).ConfigureAwait(false);
        var directories = output
            .Split('\n')
            .Select(l => l.TrimEnd('\r').Split('\t', 2))
            .Where(f => f.Length == 2 && f[1].Length > 0)
            .DistinctBy(f => f[0])
            .ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        var reader = new FailureReader(
            new SourcePlaces(directories, ModuleFiles.FindGoMod(options.Job.Directory) ?? projectFile),
            go.Candidate.ResolvedRoot
        );
        return [.. result.Packages.SelectMany(reader.Read)];
    }

    private void Say(TestRunResult result, IReadOnlyList<TestFailure> failures, TimeSpan took, int exitCode)
    {
        var counted = result.Packages.SelectMany(p => p.Counted()).ToList();
        foreach (var test in counted.Where(t => t.Outcome == TestOutcome.Skipped))
        {
            var why = string.Join(
                ' ',
                TestMessage.Read(test.Output.Lines).Messages.Select(m => m.Text.Replace("\n", " ", StringComparison.Ordinal))
            );
            log.LogMessage(MessageImportance.Normal, "{0}", $"Skipped: {test.Name} of {test.Package}{(why.Length > 0 ? ": " + why : "")}");
        }

        var notBuilt = result.Packages.Count(p => p.BuildFailed);
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Job.Name}: {counted.Count(t => t.Outcome == TestOutcome.Passed)} passed, {failures.Count} failed, {counted.Count(t => t.Outcome == TestOutcome.Skipped)} skipped"
                + $"{(notBuilt > 0 ? $", {notBuilt} package{(notBuilt == 1 ? "" : "s")} not built" : "")} in {took.TotalSeconds:0.0} s"
        );
        log.LogMessage(MessageImportance.High, "{0}", summary);
        if (exitCode != 0)
        {
            log.LogMessage(MessageImportance.High, "{0}", $"The log of the run is {options.Log}, the JUnit report {options.Report}");
        }
    }
}
