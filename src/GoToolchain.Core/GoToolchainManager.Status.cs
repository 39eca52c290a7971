using GoToolchain.Recovery.Snapshots;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>How things stand, from a look at files: starts no process, opens no socket, changes nothing.</summary>
    /// <param name="cancel">Ends the look.</param>
    /// <exception cref="GoToolchainException">What the project wants cannot be understood.</exception>
    public async Task<GoStatus> GetStatusAsync(CancellationToken cancel = default)
    {
        var survey = Survey();
        var remarks = new List<string>();
        return new GoStatus
        {
            Survey = survey,
            Health = survey.Used is { } used
                ? await CheckAsync(survey, used, new HealthOptions { Level = HealthLevel.Quick }, cancel).ConfigureAwait(false)
                : null,
            Links = [.. _store.Links().Select(l => new GoStableLink(l.Path, l.Toolchain))],
            StartFiles = await FilesWithBlockAsync(remarks, cancel).ConfigureAwait(false),
            Store = Settings.Store,
            Snapshots = Said(ListSnapshots, new GoSnapshotList([], 0), remarks),
            InterruptedRepairs = Said(InterruptedRepairs, [], remarks),
            Remarks = remarks,
        };
    }

    // A file that cannot be read, or whose block is broken, is no reason to say nothing about the rest.
    private async Task<IReadOnlyList<string>> FilesWithBlockAsync(List<string> remarks, CancellationToken cancel)
    {
        try
        {
            var removal = await RemoveShellBlockAsync(new ShellBlockOptions { DryRun = true, Force = true }, cancel).ConfigureAwait(false);
            return [.. removal.Files.Select(f => f.File)];
        }
        catch (GoToolchainException e)
        {
            remarks.Add(e.Message);
            return [];
        }
    }

    private static T Said<T>(Func<T> find, T otherwise, List<string> remarks)
    {
        try
        {
            return find();
        }
        catch (GoToolchainException e)
        {
            remarks.Add(e.Message);
            return otherwise;
        }
    }
}
