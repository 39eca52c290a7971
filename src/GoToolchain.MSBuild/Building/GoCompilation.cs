using System.Globalization;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GoToolchain.MSBuild.Building;

/// <summary>One <c>go build</c> and the record of it.</summary>
/// <param name="item">The item, for messages.</param>
/// <param name="definition">What is built.</param>
/// <param name="options">How.</param>
/// <param name="go">With which Go.</param>
/// <param name="host">The machine.</param>
/// <param name="log">The build log.</param>
/// <param name="importance">Of messages about how it is built.</param>
/// <param name="projectFile">The user's project.</param>
/// <param name="stops">Whether a warning is an error in this build.</param>
internal sealed class GoCompilation(
    ITaskItem item,
    GoBuildDefinition definition,
    GoBuildOptions options,
    GoInstallation go,
    HostMachine host,
    TaskLoggingHelper log,
    MessageImportance importance,
    string projectFile,
    Func<GoErrorCode, bool> stops
)
{
    private readonly IReadOnlyList<(string What, string Digest)> _key = BuildKey.Compute(options, definition, go, host);
    private readonly BuildStamp _stamp = new(definition.Job.Stamp);

    /// <summary>Why it has to be built, or null. Reads the record and asks the file system; starts nothing.</summary>
    public string? WhyStale() => _stamp.WhyStale(_key, [definition.Output]);

    /// <summary>Builds it, unless another process has just done so.</summary>
    /// <param name="cores">How many compilers may run at the same time.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What go and the compilers behind it say; after a success only warnings.</returns>
    public async Task<IReadOnlyList<GoDiagnostic>> RunAsync(int cores, CancellationToken cancel)
    {
        definition.RequirePackage(item, projectFile);
        Directory.CreateDirectory(definition.OutputDirectory);
        using var held = await JobLock.AcquireAsync(definition.Job, host, log, cancel).ConfigureAwait(false);
        if (WhyStale() is null)
        {
            return [];
        }

        // A failure must not leave the stamp of an earlier success.
        _stamp.Delete();
        await VerifyCompilerAsync(cancel).ConfigureAwait(false);
        var times = new StepTimes(host.Clock);
        await times
            .MeasureAsync("examining Go", BuildEvidence.WriteAsync(definition, options.Variables, go, host, cancel))
            .ConfigureAwait(false);
        var started = host.Clock.GetUtcNow();
        options.Overlay?.Write();
        var run = new GoRun(go, definition.Directory, options.Variables, log, importance);
        var diagnostics = await times.MeasureAsync("go build", CompileAsync(run, options, cores, cancel)).ConfigureAwait(false);
        if (diagnostics.All(d => d.IsWarning && !stops(d.Code)))
        {
            await times.MeasureAsync("go list", RecordAsync(run, started, cancel)).ConfigureAwait(false);
            log.LogMessage(importance, "{0}", $"{definition.Name} was built in {times}.");
        }

        return diagnostics;
    }

    private async Task VerifyCompilerAsync(CancellationToken cancel)
    {
        if (options.Compiler is not { } compiler)
        {
            return;
        }

        log.LogMessage(MessageImportance.Low, "{0}", $"C compiler: {compiler.Command} ({compiler.Origin}, {compiler.Program})");
        try
        {
            await new GoCCompilerFinder(go).VerifyAsync(compiler, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
        {
            throw CgoSettings.Named(e, item, definition, projectFile);
        }
    }

    private async Task<IReadOnlyList<GoDiagnostic>> CompileAsync(GoRun run, GoBuildOptions how, int cores, CancellationToken cancel)
    {
        var json = GoBuildOutput.HasJson(go.Version);
        string[] also = ["-p", cores.ToString(CultureInfo.InvariantCulture), .. json ? ["-json"] : Array.Empty<string>()];
        var (exitCode, output, error) = await run.RunAsync(how.ToBuildArguments(definition.Output, also), cancel).ConfigureAwait(false);
        var lines = GoBuildOutput.Lines(output, error, json).ToList();
        if (json)
        {
            // The log has what came on standard error already, as it came.
            run.Log(lines.Where(l => l.Package is not null).Select(l => l.Text));
        }

        var site = new GoBuildSite(definition.Directory, ModuleFiles.FindGoMod(definition.Directory) ?? projectFile, go.Root);
        var diagnostics = GoBuildOutput.Read(lines, exitCode, site);
        if (how.VcsIsOptional && diagnostics.FirstOrDefault(d => d.Code == GoErrorCodes.VersionControlFailed) is { } unreadable)
        {
            // A repository that git refuses to read (another owner, a broken clone) is no reason to fail a build that did not ask for its state.
            log.LogMessage(
                MessageImportance.High,
                "{0}",
                $"{definition.Name} is built without version control information, because go could not obtain it: {unreadable.Message}"
            );
            return await CompileAsync(run, how.WithoutVcs(), cores, cancel).ConfigureAwait(false);
        }

        return await BuildDoctor.ExplainAsync(diagnostics, go, cancel).ConfigureAwait(false);
    }

    private async Task RecordAsync(GoRun run, DateTimeOffset started, CancellationToken cancel)
    {
        var packages = await GoPackageList.ReadAsync(run, options, cancel).ConfigureAwait(false);
        var main = packages.First(p => !p.DepOnly);
        if (main.Name != "main")
        {
            File.Delete(definition.Output);
            throw GoBuildDefinition.Invalid(
                definition.Kind,
                item,
                projectFile,
                $"{definition.Directory} holds the package `{main.Name}`, which is no program.",
                "Name the directory of a package main."
            );
        }

        MoveHeader();
        var inputs = BuildInputs.Collect(packages, definition.Directory, host);
        if (inputs.NewestWrite <= started)
        {
            _stamp.Write(_key, [definition.Output], inputs);
        }
        else
        {
            // It may or may not be in the output. The next build finds out.
            log.LogMessage(MessageImportance.Normal, "{0}", $"A source of {definition.Name} was written while it was built.");
        }
    }

    // go puts it beside the library, and only when something is exported.
    private void MoveHeader()
    {
        var written = Path.ChangeExtension(definition.Output, ".h");
        if (definition.Kind == GoItemKind.SharedLibrary && File.Exists(written))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(definition.Header)!);
            File.Move(written, definition.Header, overwrite: true);
        }
    }
}
