namespace GoToolchain;

/// <summary>
/// All settings: the one table from which the command line, the build, the environment, <c>gotoolchain.json</c> and their documentation
/// (docs/settings.md) take names, defaults and allowed values.
/// </summary>
public static class GoSettings
{
    /// <summary>The directory of our toolchains.</summary>
    public static GoSetting Store { get; } =
        new(
            "--store",
            "GoToolchainStore",
            "GOTC_STORE",
            Member: null,
            Allowed: "an absolute path",
            Default: "`$XDG_DATA_HOME/gotoolchain`, else `~/.local/share/gotoolchain`; `%LOCALAPPDATA%\\gotoolchain` on Windows, "
                + "`~/Library/Application Support/gotoolchain` on macOS",
            Meaning: "The directory in which installed toolchains live."
        );

    /// <summary>Who may serve releases.</summary>
    public static GoSetting Sources { get; } =
        new(
            "--source",
            "GoToolchainSources",
            "GOTC_SOURCES",
            "sources",
            Allowed: "a list of `go.dev`, `mirror`, `proxy`, `apt`, `apt:SUITE`, `nuget`, `nuget:FEED`, http, https or file URLs and absolute directories",
            Default: "`go.dev`, then `apt`; `proxy` before them when GOPROXY names a proxy that is not Go's own; only `mirror` when a mirror is set",
            Meaning: "Who may serve releases, in order.",
            IsList: true
        );

    /// <summary>Mirrors of the download site.</summary>
    public static GoSetting Mirror { get; } =
        new(
            "--mirror",
            "GoToolchainMirror",
            "GOTC_MIRROR",
            "mirror",
            Allowed: "a list of http, https or file URLs and absolute directories",
            Default: "none",
            Meaning: "Base URLs or directories shaped like the go.dev download site, in order.",
            IsList: true
        );

    /// <summary>What mirrors may do.</summary>
    public static GoSetting MirrorRules { get; } =
        new(
            "--mirror-rules",
            "GoToolchainMirrorRules",
            "GOTC_MIRROR_RULES",
            "mirrorRules",
            Allowed: "a list of " + SettingText.Words(SettingText.MirrorRules.Keys),
            Default: "none",
            Meaning: "What mirrors may do that they may not by default.",
            IsList: true
        );

    /// <summary>No network.</summary>
    public static GoSetting Offline { get; } =
        new(
            "--offline",
            "GoToolchainOffline",
            "GOTC_OFFLINE",
            Member: null,
            Allowed: "`1`, `true` or `yes`, or `0`, `false` or `no`",
            Default: "`false`",
            Meaning: "Open no network connection."
        );

    /// <summary>Managed or system toolchains first.</summary>
    public static GoSetting Preference { get; } =
        new(
            "--preference",
            "GoToolchainPreference",
            "GOTC_PREFERENCE",
            "preference",
            Allowed: SettingText.OneOf(SettingText.Preferences.Keys),
            Default: "`managed`",
            Meaning: "Whether toolchains of the store (managed) or others on the machine (system) come first, or alone."
        );

    /// <summary>Whether a missing toolchain may be fetched.</summary>
    public static GoSetting Downloads { get; } =
        new(
            "--downloads",
            "GoToolchainDownloads",
            "GOTC_DOWNLOADS",
            "downloads",
            Allowed: SettingText.OneOf(SettingText.DownloadWords.Keys),
            Default: "`automatic`",
            Meaning: "Whether a missing toolchain is fetched whenever it is needed, only by `gotoolchain install`, or never."
        );

    /// <summary>How long to wait for another process.</summary>
    public static GoSetting LockTimeout { get; } =
        new(
            "--lock-timeout",
            "GoToolchainLockTimeout",
            "GOTC_LOCK_TIMEOUT",
            Member: null,
            Allowed: "a whole number of seconds, or of `s`, `m` or `h` (`600`, `90s`, `10m`), up to 24 hours",
            Default: "`10m`",
            Meaning: "How long to wait for another process that installs the same toolchain."
        );

    /// <summary>How far bytes have to be proved.</summary>
    public static GoSetting RequireTrust { get; } =
        new(
            "--require-trust",
            "GoToolchainRequireTrust",
            "GOTC_REQUIRE_TRUST",
            "requireTrust",
            Allowed: SettingText.OneOf(SettingText.TrustWords.Keys),
            Default: "`unverified`",
            Meaning: "How far the bytes of a toolchain have to be proved, at least, so that it is used or installed."
        );

    /// <summary>Whose OpenPGP signature counts.</summary>
    public static GoSetting SigningKey { get; } =
        new(
            "--signing-key",
            "GoToolchainSigningKey",
            "GOTC_SIGNING_KEY",
            "signingKey",
            Allowed: "an absolute path",
            Default: "the key of Google's Linux packages, which signs the releases of go.dev",
            Meaning: "The file with the OpenPGP public key that has to have signed an archive."
        );

    /// <summary>Every setting, in the order of the documentation.</summary>
    public static IReadOnlyList<GoSetting> All { get; } =
    [Store, Sources, Mirror, MirrorRules, Offline, Preference, Downloads, LockTimeout, RequireTrust, SigningKey];
}
