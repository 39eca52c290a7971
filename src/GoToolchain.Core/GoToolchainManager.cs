using GoToolchain.Locating;
using GoToolchain.Sources;

namespace GoToolchain;

/// <summary>The entry point: finds Go toolchains, installs them, and says what is there. Thread-safe.</summary>
public sealed partial class GoToolchainManager
{
    /// <summary>Creates a manager.</summary>
    /// <param name="options">What the caller decides; null: everything by default.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/> or <see cref="GoErrorCodes.InvalidProjectFile"/>.</exception>
    public GoToolchainManager(GoToolchainOptions? options = null) => throw new NotImplementedException();

    /// <summary>Of the real machine, with default options. Created anew at each call.</summary>
    public static GoToolchainManager Default => new();

    /// <summary>What the caller decided.</summary>
    public GoToolchainOptions Options { get; } = null!;

    /// <summary>The settings in force.</summary>
    public GoToolchainSettings Settings { get; } = null!;

    /// <summary>What the files of the project say; null when there is no project.</summary>
    public GoProject? Project { get; }

    /// <summary>Everything on this machine that may hold a Go, with verdicts. Starts no process, opens no socket.</summary>
    public IReadOnlyList<GoCandidate> Locate() => throw new NotImplementedException();

    /// <summary>The installation that would be used, without installing anything.</summary>
    /// <param name="spec">The wanted version; null: what the project says, else any.</param>
    /// <returns>Null when nothing on this machine fits.</returns>
    public GoInstallation? Find(string? spec = null) => throw new NotImplementedException();

    /// <summary>Found or installed, and known to be usable.</summary>
    /// <param name="spec">The wanted version; null: what the project says, else the newest stable one.</param>
    /// <param name="cancel">Ends the work; partial work is removed or resumable.</param>
    /// <exception cref="GoToolchainException">Nothing fits and nothing could be installed; the message lists why for each candidate and source.</exception>
    public Task<GoInstallation> EnsureAsync(string? spec = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Like <see cref="EnsureAsync"/>, but only from the store or by installation: a user's explicit wish.</summary>
    /// <param name="spec">The wanted version.</param>
    /// <param name="force">Install even when it is there; the old tree stays usable until the new one replaces it.</param>
    /// <param name="fromFile">A release archive on this machine to install from, instead of any source; null: the sources.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<GoInstallation> InstallAsync(
        string? spec = null,
        bool force = false,
        string? fromFile = null,
        CancellationToken cancel = default
    ) => throw new NotImplementedException();

    /// <summary>What the sources offer for a platform.</summary>
    /// <param name="spec">Only versions that fit; null: all.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Newest first, and for each source that could not answer, why.</returns>
    public Task<GoReleaseList> ListReleasesAsync(string? spec = null, CancellationToken cancel = default) =>
        throw new NotImplementedException();

    /// <summary>Removes toolchains from the store.</summary>
    /// <param name="spec">Which: an exact version or a line.</param>
    /// <param name="cancel">Ends the wait for a lock.</param>
    /// <returns>The roots that were removed.</returns>
    public Task<IReadOnlyList<string>> UninstallAsync(string spec, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}
