using GoToolchain.Sources;
using GoToolchain.Store.Links;

namespace GoToolchain.Store;

internal sealed partial class GoStore
{
    // Somebody may be about to use what has just come.
    private static readonly TimeSpan s_youngest = TimeSpan.FromHours(1);

    /// <summary>Removes a toolchain, unless a link leads to it.</summary>
    /// <param name="name">For example <c>go1.24.4.linux-amd64</c>.</param>
    /// <param name="cancel">Ends the wait for its lock.</param>
    /// <returns>False when somebody else has removed it.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotUninstall"/>.</exception>
    public async Task<bool> UninstallAsync(string name, CancellationToken cancel)
    {
        StoreVersion.RequireWritable(layout);
        using var held = await LockAsync(name, new Progress<GoProgress>(), cancel).ConfigureAwait(false);
        try
        {
            if (!Directory.Exists(layout.Toolchain(name)))
            {
                _sweeper.Sweep(name);
                return false;
            }

            // Asked under the lock: a link is made under it too.
            RequireNoLink(name);
            var grave = layout.NewStaging(name);
            Directory.CreateDirectory(layout.Staging);
            Directory.Move(layout.Toolchain(name), grave);
            _sweeper.Sweep(name);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.CannotUninstall,
                $"`{name}` cannot be removed: {e.Message.TrimEnd('.')}.",
                layout.Toolchain(name),
                "End the programs that run from it, and see who owns the directory.",
                e
            );
        }
    }

    /// <summary>Refuses when a link leads to a toolchain.</summary>
    /// <param name="name">The toolchain.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotUninstall"/>.</exception>
    public void RequireNoLink(string name)
    {
        if (_links.LeadingTo(name) is [var link, ..])
        {
            throw new GoToolchainException(
                GoErrorCodes.CannotUninstall,
                $"The link {link} leads to {name}, and would lead nowhere.",
                layout.Toolchain(name),
                $"Let it lead to another one with `gotoolchain link {link} SPEC`, or remove the link."
            );
        }
    }

    /// <summary>Removes what killed processes left, links that are gone from the registry, and archives that nothing needs.</summary>
    /// <param name="olderThan">Archives of toolchains that are not installed when they are older than that; others are kept.</param>
    /// <param name="dryRun">Only say which.</param>
    /// <returns>The archives and partial downloads that are, or would be, removed.</returns>
    /// <exception cref="GoToolchainException">The store cannot be written.</exception>
    public IReadOnlyList<(string File, long Bytes)> Tidy(TimeSpan olderThan, bool dryRun)
    {
        try
        {
            if (!dryRun)
            {
                _sweeper.SweepOthers(null);
                ForgetLinks();
            }

            var before = host.Clock.GetUtcNow() - (olderThan > s_youngest ? olderThan : s_youngest);
            var files = Directory.Exists(layout.Downloads) ? new DirectoryInfo(layout.Downloads).GetFiles() : [];
            return
            [
                .. files
                    .Where(f => f.LastWriteTimeUtc < before)
                    .Select(f => (File: f, Bytes: f.Length))
                    .Where(f => Remove(f.File, dryRun))
                    .Select(f => (f.File.FullName, f.Bytes)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Directory);
        }
    }

    // An archive is written under the lock of its toolchain; the packages of apt are fetched again when they are missing.
    private bool Remove(FileInfo file, bool dryRun)
    {
        var stem = file.Name.Split(".partial")[0];
        var name = ArchiveFileSource.Parse(stem) is var (version, platform) ? $"{version.ToolchainName}.{platform.ToFileName()}" : null;
        if (name is not null && Directory.Exists(layout.Toolchain(name)))
        {
            return false;
        }

        if (dryRun)
        {
            return true;
        }

        using var held = ToolchainLock.TryAcquire(layout, name ?? "downloads", host);
        if (held is null)
        {
            return false;
        }

        file.Delete();
        return true;
    }

    private void ForgetLinks()
    {
        foreach (var record in _links.All())
        {
            using var held = ToolchainLock.TryAcquire(layout, LinkRegistry.LockName(record.Path), host);
            if (held is null || !Directory.Exists(Path.GetDirectoryName(record.Path)))
            {
                continue;
            }

            File.Delete(DirectoryLink.Draft(record.Path));
            if (_links.ToolchainOf(record.Path) is null)
            {
                _links.Forget(record.Path);
            }
        }
    }
}
