using GoToolchain.Locating;
using GoToolchain.Sources;
using GoToolchain.Store;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Asks the sources, and writes the lock file of the project: beside its <c>gotoolchain.json</c>, else over the lock file that is there, else into
    /// <see cref="GoToolchainOptions.ProjectDirectory"/>. What it pinned before does not matter. A file that would not change is not touched.
    /// </summary>
    /// <param name="specs">The wanted versions; none: what the project says, else the newest stable one.</param>
    /// <param name="platforms">For which platforms; none: those that the file pins now, else this machine's.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">No source offers a version with SHA-256 for every platform, or the file cannot be written.</exception>
    public async Task<GoLockFile> LockAsync(
        IReadOnlyList<string>? specs = null,
        IReadOnlyList<GoPlatform>? platforms = null,
        CancellationToken cancel = default
    )
    {
        var file = LockFilePath();
        var wanted = specs is { Count: > 0 } ? specs.Select(s => Resolve(s) ?? s_stable) : [Resolve(null) ?? s_stable];
        platforms = platforms is { Count: > 0 } ? platforms : [.. (LockFile?.Toolchains ?? []).Select(t => t.Platform)];
        var resolution = new LockResolution(Sources(), [.. (platforms.Count > 0 ? platforms : [Options.Host.Platform]).Distinct()]);
        var toolchains = new Dictionary<string, GoLockedToolchain>(StringComparer.Ordinal);
        foreach (var spec in wanted)
        {
            foreach (var toolchain in await resolution.ResolveAsync(spec, RequireReachable, cancel).ConfigureAwait(false))
            {
                toolchains[toolchain.ToolchainName] = toolchain;
            }
        }

        var locked = new GoLockFile(file, LockFileText.Order(toolchains.Values));
        WholeFile.Write(file, locked.ToString());
        return locked;
    }

    private string LockFilePath()
    {
        var directory =
            Project?.LockFile is { } present ? Path.GetDirectoryName(present)
            : Project?.SettingsFile is { } settings ? Path.GetDirectoryName(settings)
            : Options.ProjectDirectory;
        return directory is not null
            ? Path.Combine(directory, GoLockFile.Name)
            : throw new GoToolchainException(
                GoErrorCodes.InvalidSetting,
                "There is no project whose lock file could be written.",
                nextStep: "Run it in the directory of the project."
            );
    }

    // What the lock file says to a wish; null when there is no lock file, or somebody names a GOROOT.
    private GoLockedToolchain? Pin(GoVersionSpec? wanted) => Pin(wanted, Options.Host.Platform);

    private GoLockedToolchain? Pin(GoVersionSpec? wanted, GoPlatform platform) =>
        LockFile is null || NamedRoot(wanted) is not null
            ? null
            : LockFile.Find(wanted, platform) ?? throw LockFailure.Drift(LockFile, wanted, Project, platform);

    private GoRelease Pinned(IGoSource source, GoLockedToolchain pin) =>
        source is IArchiveSource
            ? new GoRelease(pin.Version, pin.Platform, source.Name, pin.FileName, pin.Size, pin.Digest) { PinnedBy = LockFile!.File }
            : throw new GoToolchainException(
                GoErrorCodes.NoSource,
                $"It does not serve Go's own archives, and the lock file pins {pin.FileName} by its SHA-256."
            );
}
