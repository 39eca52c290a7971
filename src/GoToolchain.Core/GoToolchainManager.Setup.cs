using GoToolchain.Environments.Shells;
using GoToolchain.Setup;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Sets a machine up for Go: the Go of the project is installed into the store, a stable link leads to it, the start-up files of the user's shells
    /// put the link on PATH, and all of it is examined as a new shell would see it. What is there already is left as it is, so it can be done again.
    /// Nothing needs root.
    /// </summary>
    /// <param name="options">What to do; null: everything by default.</param>
    /// <param name="cancel">Ends it; a step that has ended stays.</param>
    /// <exception cref="GoToolchainException">A step failed; those before it stay, and doing it again goes on from there.</exception>
    public async Task<SetupReport> SetUpAsync(SetupOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new SetupOptions();
        var link = Path.TrimEndingDirectorySeparator(options.Link ?? DefaultLink());
        var setup = new MachineSetup(Options.Host, options.Progress);

        var go = await SetUpToolchainAsync(setup, options, cancel).ConfigureAwait(false);
        await SetUpLinkAsync(setup, options, link, go, cancel).ConfigureAwait(false);
        var (directories, shells) = SetUpShells(setup, options, link, go, cancel);
        var health =
            options.DryRun || go is null ? null : await ExamineSetupAsync(setup, options, directories, go, cancel).ConfigureAwait(false);
        return new SetupReport(setup.Steps, link)
        {
            Go = go,
            Shells = shells,
            Health = health,
        };
    }

    private string DefaultLink() =>
        _store.Links().Select(l => l.Path).FirstOrDefault() ?? Path.Combine(Options.Host.HomeDirectory, ".local", "go");

    private async Task<GoInstallation?> SetUpToolchainAsync(MachineSetup setup, SetupOptions options, CancellationToken cancel)
    {
        var wanted = Resolve(options.Spec) ?? s_stable;
        if (!options.DryRun)
        {
            var go = await InstallAsync(options.Spec, cancel: cancel).ConfigureAwait(false);
            setup.End(
                SetupStepKind.Toolchain,
                go.InstalledNow ? SetupOutcome.Done : SetupOutcome.AlreadyThere,
                $"Go {go.Version} {(go.InstalledNow ? "was installed" : "is")} in {go.Root}."
            );
            return go;
        }

        var found = Find(wanted, GoPreference.OnlyManaged);
        setup.End(
            SetupStepKind.Toolchain,
            found is null ? SetupOutcome.Planned : SetupOutcome.AlreadyThere,
            found is null ? $"Go {wanted} would be installed into {Settings.Store}." : $"Go {found.Version} is in {found.Root}."
        );
        return found;
    }

    private async Task SetUpLinkAsync(MachineSetup setup, SetupOptions options, string link, GoInstallation? go, CancellationToken cancel)
    {
        var before = new DirectoryInfo(link).LinkTarget;
        var isRight = go is not null && before == go.Root && _store.Links().Any(l => l.Path == link);
        if (!options.DryRun && !isRight)
        {
            _ = await LinkAsync(link, go!.Version.Text, cancel).ConfigureAwait(false);
        }

        var outcome =
            isRight ? SetupOutcome.AlreadyThere
            : options.DryRun ? SetupOutcome.Planned
            : SetupOutcome.Done;
        var verb =
            isRight ? "leads"
            : options.DryRun ? "would lead"
            : "leads now";
        setup.End(
            SetupStepKind.Link,
            outcome,
            $"{link} {verb} to {go?.Root ?? "it"}{(before is null || isRight ? "" : $"; it led to {before}")}."
        );
    }

    private (ShellDirectories Directories, ShellBlockReport Report) SetUpShells(
        MachineSetup setup,
        SetupOptions options,
        string link,
        GoInstallation? go,
        CancellationToken cancel
    )
    {
        var directories = ShellDirectories.Of(Options.Host, go?.Candidate, link, out var remark);
        var shells = options.Shells ?? new ShellFiles(Options.Host).InUse();
        var edits = new BlockPlan(Options.Host, force: false).Write(shells.Distinct(), directories);
        var files = Apply(edits, new ShellBlockOptions { DryRun = options.DryRun }, cancel);
        var report = new ShellBlockReport(directories.All, files, [.. new[] { remark }.OfType<string>(), .. ShellRemarks.Of(Options.Host)]);
        setup.End(
            SetupStepKind.Shells,
            !report.IsChange ? SetupOutcome.AlreadyThere
                : options.DryRun ? SetupOutcome.Planned
                : SetupOutcome.Done,
            files.Count == 0 ? ["No start-up file is written."] : files.Select(f => MachineSetup.Sentence(f, options.DryRun))
        );
        return (directories, report);
    }

    private async Task<HealthReport> ExamineSetupAsync(
        MachineSetup setup,
        SetupOptions options,
        ShellDirectories directories,
        GoInstallation go,
        CancellationToken cancel
    )
    {
        var later = new GoToolchainManager(Options with { Host = setup.AfterIt(directories) });
        var health = await later.CheckAsync(go.Version.Text, new HealthOptions { Level = options.Level }, cancel).ConfigureAwait(false);
        setup.End(
            SetupStepKind.Doctor,
            health.IsHealthy ? SetupOutcome.Done : SetupOutcome.Unhealthy,
            $"{health.Checks.Count} checks of Go {go.Version} as a new shell sees it: {Count(health.ErrorCount, "error")}, {Count(health.WarningCount, "warning")}."
        );
        return health;

        static string Count(int number, string noun) => $"{(number == 0 ? "no" : number)} {noun}{(number == 1 ? "" : "s")}";
    }
}
