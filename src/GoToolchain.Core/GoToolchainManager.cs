using GoToolchain.Locating;
using GoToolchain.Sources;
using GoToolchain.Store;
using GoToolchain.Telemetry;

namespace GoToolchain;

/// <summary>The entry point: finds Go toolchains, installs them, and says what is there. Thread-safe.</summary>
public sealed partial class GoToolchainManager
{
    private readonly StoreLayout _layout;
    private readonly GoStore _store;

    /// <summary>Creates a manager.</summary>
    /// <param name="options">What the caller decides; null: everything by default.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/> or <see cref="GoErrorCodes.InvalidProjectFile"/>.</exception>
    public GoToolchainManager(GoToolchainOptions? options = null)
    {
        Options = options ?? new GoToolchainOptions();
        Project = Options.ProjectDirectory is { } directory ? GoProjectFinder.Find(directory, Options.Host) : null;
        Settings = GoToolchainSettings.Resolve(Options, Project);
        LockFile = Project?.LockFile is { } file ? GoLockFile.Read(file) : null;
        _layout = new StoreLayout(Settings.Store);
        _store = new GoStore(_layout, Options.Host, Settings.LockTimeout, Options.Logger, Settings.RequireTrust);
    }

    /// <summary>Of the real machine, with default options. Created anew at each call.</summary>
    public static GoToolchainManager Default => new();

    /// <summary>What the caller decided.</summary>
    public GoToolchainOptions Options { get; }

    /// <summary>The settings in force.</summary>
    public GoToolchainSettings Settings { get; }

    /// <summary>What the files of the project say; null when there is no project.</summary>
    public GoProject? Project { get; }

    /// <summary>The lock file of the project: nothing but what it pins is installed or used, unless a GOROOT is named. Null when there is none.</summary>
    public GoLockFile? LockFile { get; }

    /// <summary>Everything on this machine that may hold a Go, with verdicts. Starts no process, opens no socket.</summary>
    public IReadOnlyList<GoCandidate> Locate() => Observed.Run(OperationKind.Locate, () => Locate(Options.Root), Descriptions.Located);

    /// <summary>The installation that would be used, without installing anything. Starts no process, opens no socket.</summary>
    /// <param name="spec">The wanted version; null: what the project says, else any.</param>
    /// <returns>Null when nothing on this machine fits.</returns>
    /// <exception cref="GoToolchainException">
    /// The spec is none, names a directory that holds no usable Go, or asks for what the lock file does not pin
    /// (<see cref="GoErrorCodes.LockDrift"/>).
    /// </exception>
    public GoInstallation? Find(string? spec = null) => Find(Resolve(spec), Settings.Preference);

    /// <summary>
    /// Says why nothing on this machine fits: for each candidate, and for each source, which is asked for it unless nothing may be installed. For
    /// the moment when <see cref="Find(string?)"/> has returned null.
    /// </summary>
    /// <param name="spec">As for <see cref="Find(string?)"/>.</param>
    /// <param name="cancel">Ends the wait for the sources.</param>
    public async Task<GoToolchainException> ExplainMissingAsync(string? spec = null, CancellationToken cancel = default)
    {
        var wanted = Resolve(spec);
        var offers = MayInstall(wanted) ? await AskSourcesAsync(wanted, cancel).ConfigureAwait(false) : null;
        return MissingGo.NotFound(wanted, PlaceOf(spec), WhyNot(wanted, Settings.Preference), offers);
    }

    private IReadOnlyList<GoCandidate> Locate(string? root) => Locator(root).Locate();

    private GoLocator Locator(string? root) => new(Options.Host, Settings.Store, root, Options.ProjectDirectory);

    private bool MayInstall(GoVersionSpec? wanted) =>
        Settings.Preference != GoPreference.OnlySystem
        && Settings.Downloads != GoDownloads.Never
        && wanted?.Kind is not (GoVersionSpecKind.System or GoVersionSpecKind.Path);

    // The file that says what is wanted; null when the caller says it.
    private string? PlaceOf(string? spec) => spec is null or "project" ? Project?.SpecPlace : null;

    // `project`, and no spec at all, stand for what the files say.
    private GoVersionSpec? Resolve(string? spec)
    {
        var parsed = spec is null ? null : GoVersionSpec.Parse(spec, Options.ProjectDirectory);
        return parsed is null || parsed.Kind == GoVersionSpecKind.Project ? Project?.Spec : parsed;
    }

    // A GOROOT that somebody names is used whatever else there is.
    private string? NamedRoot(GoVersionSpec? spec) => spec?.Kind == GoVersionSpecKind.Path ? spec.Directory : Options.Root;

    private GoInstallation? Find(GoVersionSpec? spec, GoPreference preference) =>
        Observed.Run(
            OperationKind.Locate,
            () => FindNow(spec, preference),
            (operation, found) => Descriptions.Located(operation, found?.Candidate)
        );

    private GoInstallation? FindNow(GoVersionSpec? spec, GoPreference preference)
    {
        if (NamedRoot(spec) is { } root)
        {
            var named = MissingGo.RequireUsable(Locator(root).LocateIn(GoOrigin.Explicit).Single());
            return new GoInstallation(MissingGo.RequireTrust(named, Settings.RequireTrust), Options.Host);
        }

        _ = Pin(spec);
        // Where the store comes first, what it has decides, and nobody need look at the rest of the machine.
        var managed = preference is GoPreference.Managed or GoPreference.OnlyManaged ? Locator(null).LocateIn(GoOrigin.Store) : [];
        var chosen =
            GoSelection.Choose(managed, spec, preference, Settings.RequireTrust, LockFile)
            ?? GoSelection.Choose(Locate(Options.Root), spec, preference, Settings.RequireTrust, LockFile);
        return chosen is null ? null : new GoInstallation(chosen, Options.Host);
    }

    private IReadOnlyList<GoRejectedCandidate> WhyNot(GoVersionSpec? spec, GoPreference preference) =>
        [.. Locate().Select(c => new GoRejectedCandidate(c, GoSelection.WhyNot(c, spec, preference, Settings.RequireTrust, LockFile)))];

    private GoCandidate Inspect(string name)
    {
        var root = _layout.Toolchain(name);
        return Locate().FirstOrDefault(c => c.FoundAs.Contains(root))
            ?? throw new GoToolchainException(GoErrorCodes.Internal, "A toolchain that has just been installed is not found.", root);
    }
}
