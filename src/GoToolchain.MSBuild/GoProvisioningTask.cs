using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>What tasks that find or install a Go share: the settings of the project, and the words for the log.</summary>
public abstract class GoProvisioningTask : GoTask
{
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

    /// <summary><c>unverified</c>, <c>feed-checksum</c>, <c>pinned</c>, <c>signed</c> or <c>log-proved</c>.</summary>
    public string RequireTrust { get; set; } = "";

    /// <summary>The file with the OpenPGP public key that has to have signed an archive.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Finds or installs one, and says so in the log.</summary>
    /// <returns>It, how it is told, and the preference by which it was chosen.</returns>
    private protected async Task<(GoInstallation Go, UsedGo Used, GoPreference Preference)> EnsureAsync(
        HostMachine host,
        string? spec,
        string directory,
        CancellationToken cancel
    )
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

        var manager = new GoToolchainManager(options);
        var go = await manager.EnsureAsync(spec, cancel).ConfigureAwait(false);
        var used = UsedGo.Of(go);
        Log.LogMessage(go.InstalledNow ? MessageImportance.High : MessageImportance.Normal, "{0}", used.ToString());
        return (go, used, manager.Settings.Preference);
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
            (GoSettings.RequireTrust, RequireTrust),
            (GoSettings.SigningKey, SigningKey),
        ];
}
