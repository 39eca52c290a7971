using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>Finds the Go that each item is built with, or installs it. Opens no socket when a Go on this machine fits.</summary>
[MSBuildMultiThreadableTask]
public sealed class ProvisionGoToolchain : GoTask
{
    /// <summary>Items from <see cref="ResolveGoItems"/> or <see cref="ResolveGoJobs"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The wanted version for items without <c>GoVersion</c>; empty: what the files beside the Go code say.</summary>
    public string Version { get; set; } = "";

    /// <summary>A GOROOT to use whatever else there is.</summary>
    public string Root { get; set; } = "";

    /// <summary>The directory of managed toolchains.</summary>
    public string Store { get; set; } = "";

    /// <summary>Who may serve releases, in order.</summary>
    public string Sources { get; set; } = "";

    /// <summary>Base URLs or directories shaped like the go.dev download site.</summary>
    public string Mirror { get; set; } = "";

    /// <summary>What mirrors may do: <c>race</c>, <c>own-sha256</c>, <c>http-redirect</c>.</summary>
    public string MirrorRules { get; set; } = "";

    /// <summary><c>true</c>: open no socket.</summary>
    public string Offline { get; set; } = "";

    /// <summary><c>managed</c>, <c>system</c>, <c>only-managed</c> or <c>only-system</c>.</summary>
    public string Preference { get; set; } = "";

    /// <summary><c>automatic</c>, <c>manual</c> or <c>never</c>.</summary>
    public string Downloads { get; set; } = "";

    /// <summary>How long to wait for another process that installs the same toolchain.</summary>
    public string LockTimeout { get; set; } = "";

    /// <summary>The same items, each with <c>GoRoot</c>, <c>GoVersion</c> and <c>GoOrigin</c>.</summary>
    [Output]
    public ITaskItem[] ProvisionedItems { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        var found = new Dictionary<(string? Spec, string Directory), (UsedGo Go, string Choice)>();
        var provisioned = new List<ITaskItem>();
        foreach (var item in Items)
        {
            var version = item.GetMetadata("GoVersion").Trim() is { Length: > 0 } own ? own : Version.Trim();
            var key = (Spec: version.Length > 0 ? version : null, GoJob.Read(item).Directory);
            if (!found.TryGetValue(key, out var go))
            {
                go = await EnsureAsync(host, key.Spec, key.Directory, cancel).ConfigureAwait(false);
                found.Add(key, go);
            }

            var copy = item.WithGo(go.Go);
            copy.Set(GoBuildItem.ChoiceKey, go.Choice);
            provisioned.Add(copy);
        }

        ProvisionedItems = [.. provisioned];
    }

    // What decided is looked at before, so that a change in between is not taken for decided.
    private async Task<(UsedGo Go, string Choice)> EnsureAsync(HostMachine host, string? spec, string directory, CancellationToken cancel)
    {
        var options = new GoToolchainOptions
        {
            Host = host,
            Root = Root.Length > 0 ? Path.GetFullPath(Root, ProjectDirectory) : null,
            ProjectDirectory = directory,
            Progress = new ProvisionProgress(Log),
        };
        foreach (var (setting, text) in Settings())
        {
            options = options.With(setting, text, setting.Property, ProjectDirectory);
        }

        var choice = BuildKey.Digest(GoChoice.Files(directory));
        var manager = new GoToolchainManager(options);
        var go = await manager.EnsureAsync(spec, cancel).ConfigureAwait(false);
        var used = UsedGo.Of(go);
        Log.LogMessage(go.InstalledNow ? MessageImportance.High : MessageImportance.Normal, "{0}", used.ToString());
        return (used, GoChoice.IsSettled(go, manager.Settings.Preference) ? choice : "");
    }

    private IEnumerable<(GoSetting Setting, string Text)> Settings() =>
        [
            (GoSettings.Store, Store),
            (GoSettings.Sources, Sources),
            (GoSettings.Mirror, Mirror),
            (GoSettings.MirrorRules, MirrorRules),
            (GoSettings.Offline, Offline),
            (GoSettings.Preference, Preference),
            (GoSettings.Downloads, Downloads),
            (GoSettings.LockTimeout, LockTimeout),
        ];
}
