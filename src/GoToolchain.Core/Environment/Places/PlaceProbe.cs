using GoToolchain.Inspection;

namespace GoToolchain.Environments.Places;

/// <summary>
/// Tries whether a directory can be used: by making a directory in it, writing a file, running a program, and removing both again. Permission bits
/// and mount options are looked at only to explain what happened.
/// </summary>
/// <param name="host">The machine.</param>
internal sealed class PlaceProbe(HostMachine host)
{
    private readonly Lazy<MountTable> _mounts = new(() => MountTable.Read(host));

    /// <summary>Tries all.</summary>
    /// <param name="path">The directory. It may not exist; then the nearest one above it that does is tried, and nothing is left there.</param>
    /// <param name="purposes">What it is for.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<WritablePlace> TryAsync(string path, IReadOnlyList<string> purposes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var place = Write(path, purposes, out var probe);
        using (probe)
        {
            try
            {
                return probe is null
                    ? place
                    : WithExecution(place, probe, await ProbeProgram.RunAsync(host, probe.Path, cancel).ConfigureAwait(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The space for one small file was there, for a second one it is not.
                return Failed(place, e, Path.GetDirectoryName(probe!.Path)!);
            }
        }
    }

    private WritablePlace WithExecution(WritablePlace place, ProbeDirectory probe, bool? canExecute) =>
        canExecute == false
            ? place with
            {
                CanExecute = false,
                State = WritablePlaceState.NotExecutable,
                Reason = NoExecuteReason(probe.Path),
            }
            : place with
            {
                CanExecute = canExecute,
            };

    /// <summary>Tries to write alone.</summary>
    /// <param name="path">As for <see cref="TryAsync"/>.</param>
    /// <param name="purposes">What it is for.</param>
    public WritablePlace Write(string path, params IReadOnlyList<string> purposes)
    {
        var place = Write(path, purposes, out var probe);
        probe?.Dispose();
        return place;
    }

    private WritablePlace Write(string path, IReadOnlyList<string> purposes, out ProbeDirectory? probe)
    {
        probe = null;
        var place = new WritablePlace
        {
            Path = path,
            Purposes = purposes,
            State = WritablePlaceState.Usable,
        };
        if (!GoFilePath.IsAbsolute(path))
        {
            return place with { State = WritablePlaceState.NotAbsolute, Reason = $"`{path}` is not an absolute path." };
        }

        var existing = "";
        try
        {
            existing = NearestExisting(path, out var obstacle);
            place = Describe(place, existing);
            if (obstacle is not null)
            {
                return place with { State = WritablePlaceState.Blocked, Reason = obstacle };
            }

            ProbeDirectory.Sweep(existing, host.Clock.GetUtcNow());
            probe = ProbeDirectory.Create(existing);
            return existing == path
                ? place
                : place with
                {
                    State = WritablePlaceState.Creatable,
                    Reason = $"It does not exist; it can be created in {existing}.",
                };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(place, e, existing.Length > 0 ? existing : path);
        }
    }

    private WritablePlace Failed(WritablePlace place, Exception e, string at)
    {
        var failure = PlaceFailure.Of(e, at, _mounts.Value.Find(at));
        var reason = at == place.Path ? failure.Reason : $"It does not exist and cannot be created. {failure.Reason}";
        return place with { State = failure.State, Reason = reason };
    }

    // The path itself, or the first directory above it that is there.
    private static string NearestExisting(string path, out string? obstacle)
    {
        obstacle = null;
        for (var at = Path.TrimEndingDirectorySeparator(path); ; at = Path.GetDirectoryName(at)!)
        {
            switch (FileFacts.Of(at).Kind)
            {
                case FileKind.Directory:
                    return Path.TrimEndingDirectorySeparator(path) == at ? path : at;
                case FileKind.File:
                    obstacle = $"{at} is a file where a directory is needed.";
                    return at;
                case FileKind.DanglingLink:
                    obstacle = $"{at} is a link that leads nowhere.";
                    return at;
                case FileKind.Missing when Path.GetDirectoryName(at) is null:
                    obstacle = $"{at} does not exist.";
                    return at;
                default:
                    break;
            }
        }
    }

    private WritablePlace Describe(WritablePlace place, string existing) =>
        place with
        {
            FreeBytes = FreeBytes(existing),
            FileSystem = _mounts.Value.Find(existing)?.Type,
            IsShared = LinuxFileStatus.Of(existing) is { IsSticky: true },
        };

    private static long? FreeBytes(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private string NoExecuteReason(string directory) =>
        _mounts.Value.Find(directory) is { } mount && mount.Options.Contains("noexec")
            ? $"Programs may not run there: {mount.Type} on {mount.Point} is mounted with noexec."
            : "Programs may not run there, though they may be written.";
}
