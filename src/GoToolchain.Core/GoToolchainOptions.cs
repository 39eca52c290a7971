using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain;

/// <summary>
/// What a caller decides. Null or empty means: take the environment variable (<c>GOTC_…</c>), else <c>gotoolchain.json</c>, else the default.
/// </summary>
public sealed partial record GoToolchainOptions
{
    /// <summary>The machine. Default: the real one.</summary>
    public HostMachine Host { get; init; } = HostMachine.Detect();

    /// <summary>The directory of our toolchains; <c>GOTC_STORE</c>.</summary>
    public string? Store { get; init; }

    /// <summary>
    /// Who may serve releases, in order; <c>GOTC_SOURCES</c>. Each is <c>go.dev</c>, <c>mirror</c>, <c>apt</c>, <c>apt:SUITE</c>, <c>nuget</c>,
    /// <c>nuget:FEED</c>, a URL or a directory.
    /// </summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Base URLs or directories shaped like the go.dev download site; <c>GOTC_MIRROR</c>.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>What mirrors may do that they may not by default; <c>GOTC_MIRROR_RULES</c>. Null: nothing.</summary>
    public GoMirrorRules? MirrorRules { get; init; }

    /// <summary>Open no socket; <c>GOTC_OFFLINE</c>.</summary>
    public bool? Offline { get; init; }

    /// <summary>Managed or system toolchains first; <c>GOTC_PREFERENCE</c>.</summary>
    public GoPreference? Preference { get; init; }

    /// <summary>Whether a missing toolchain may be fetched; <c>GOTC_DOWNLOADS</c>.</summary>
    public GoDownloads? Downloads { get; init; }

    /// <summary>How long to wait for another process that installs the same toolchain; <c>GOTC_LOCK_TIMEOUT</c> (seconds, or <c>10m</c>). Default: 10 minutes.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>How far the bytes of a toolchain have to be proved, at least, so that it is used or installed; <c>GOTC_REQUIRE_TRUST</c>.</summary>
    public GoTrust? RequireTrust { get; init; }

    /// <summary>
    /// The file with the OpenPGP public key that has to have signed an archive: absolute; <c>GOTC_SIGNING_KEY</c>. Null: the key of Google's Linux
    /// packages, which signs the releases of go.dev.
    /// </summary>
    public string? SigningKey { get; init; }

    /// <summary>A GOROOT that is to be used whatever else there is.</summary>
    public string? Root { get; init; }

    /// <summary>Where the search for project files begins: absolute. Null: there is no project.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>Progress of long operations.</summary>
    public IProgress<GoProgress>? Progress { get; init; }

    /// <summary>Messages for people who look for a cause.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
