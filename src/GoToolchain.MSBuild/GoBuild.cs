using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Runs <c>go build</c> for each sidecar whose inputs have changed. When nothing has changed, no process is started. What the compiler says
/// becomes errors with file, line and column.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GoBuild : GoTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    [Required]
    public ITaskItem[] Sidecars { get; set; } = [];

    /// <summary>Whether paths of this machine are left out of the executable when the item does not say.</summary>
    public bool TrimPath { get; set; }

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        foreach (var item in Sidecars)
        {
            await BuildAsync(item, host, cancel).ConfigureAwait(false);
        }
    }

    private async Task BuildAsync(ITaskItem item, HostMachine host, CancellationToken cancel)
    {
        var sidecar = item.Definition();
        var options = GoBuildOptions.Read(item, ProjectFile, sidecar.Platform, TrimPath);
        var go =
            new GoToolchainManager(new GoToolchainOptions { Host = host, Root = item.GoRoot() }).Find()
            ?? throw new InvalidOperationException($"The item {item.ItemSpec} does not come from {nameof(ProvisionGoToolchain)}.");
        var key = BuildKey.Compute(options, sidecar, go, host);
        var stamp = new BuildStamp(sidecar.Output + ".inputs");
        if (stamp.IsCurrent(key, sidecar.Output))
        {
            Log.LogMessage(MessageImportance.Low, "{0}", $"{sidecar.Name} is up to date: {sidecar.Output}");
            return;
        }

        sidecar.RequirePackage(item, ProjectFile);
        Directory.CreateDirectory(Path.GetDirectoryName(sidecar.Output)!);
        // A failure must not leave the stamp of an earlier success.
        stamp.Delete();
        var started = host.Clock.GetUtcNow();
        var run = new GoRun(go, sidecar.Directory, options.Variables, Log);
        if (await CompileAsync(run, options, sidecar, cancel).ConfigureAwait(false))
        {
            await RecordAsync(item, run, options, sidecar, host, stamp, key, started, cancel).ConfigureAwait(false);
        }
    }

    private async Task<bool> CompileAsync(GoRun run, GoBuildOptions options, SidecarDefinition sidecar, CancellationToken cancel)
    {
        var (exitCode, output, error) = await run.RunAsync(options.ToBuildArguments(sidecar.Output), cancel).ConfigureAwait(false);
        if (exitCode != 0 && options.VcsIsOptional && error.Contains("error obtaining VCS status", StringComparison.Ordinal))
        {
            // A repository that git refuses to read (another owner, a broken clone) is no reason to fail a build that did not ask for its state.
            Log.LogMessage(
                MessageImportance.High,
                "{0}",
                $"{sidecar.Name} is built without version control information, because go could not obtain it: {error.Trim()}"
            );
            return await CompileAsync(run, options.WithoutVcs(), sidecar, cancel).ConfigureAwait(false);
        }

        if (exitCode == 0)
        {
            return true;
        }

        var moduleFile = ModuleFiles.FindGoMod(sidecar.Directory) ?? ProjectFile;
        foreach (var diagnostic in GoOutputParser.Parse(error + output, exitCode, sidecar.Directory, moduleFile))
        {
            Report(diagnostic);
        }

        return false;
    }

    private async Task RecordAsync(
        ITaskItem item,
        GoRun run,
        GoBuildOptions options,
        SidecarDefinition sidecar,
        HostMachine host,
        BuildStamp stamp,
        string key,
        DateTimeOffset started,
        CancellationToken cancel
    )
    {
        var packages = await GoPackageList.ReadAsync(run, options, cancel).ConfigureAwait(false);
        var main = packages.First(p => !p.DepOnly);
        if (main.Name != "main")
        {
            File.Delete(sidecar.Output);
            throw SidecarDefinition.Invalid(
                item,
                ProjectFile,
                $"{sidecar.Directory} holds the package `{main.Name}`, which is no program.",
                "Name the directory of a package main."
            );
        }

        var inputs = BuildInputs.Collect(packages, sidecar.Directory, host);
        if (inputs.NewestWrite <= started)
        {
            stamp.Write(key, sidecar.Output, inputs);
        }
        else
        {
            // It may or may not be in the executable. The next build finds out.
            Log.LogMessage(MessageImportance.Normal, "{0}", $"A source of {sidecar.Name} was written while it was built.");
        }
    }
}
