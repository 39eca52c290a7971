using System.Globalization;
using GoToolchain.Inspection;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Repair;

/// <summary>Where a repair works: on the volume of the tree, so that what is ready takes its place by one rename.</summary>
/// <param name="Staging">For what is made: absolute; ours alone, and removed at the end.</param>
/// <param name="Quarantine">For what is moved out of the tree: absolute; it stays.</param>
internal sealed record RepairPlace(string Staging, string Quarantine)
{
    /// <summary>The name of a staging directory inside a tree that is not in the store, where nothing can be made beside it.</summary>
    public const string StagingName = ".gotoolchain-repair";

    /// <summary>Chooses the places for a tree.</summary>
    /// <param name="subject">The tree.</param>
    /// <param name="layout">The store.</param>
    /// <param name="host">For the clock.</param>
    public static RepairPlace For(RepairSubject subject, StoreLayout layout, HostMachine host)
    {
        var staging =
            subject.Toolchain is { } name ? layout.NewStaging(name)
            : MayWorkBeside(subject.Root)
                ? Path.Combine(Path.GetDirectoryName(subject.Root)!, $".{Path.GetFileName(subject.Root)}{StagingName}")
            : Path.Combine(subject.Root, StagingName);
        var day = host.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var what = subject.Toolchain ?? $"{Path.GetFileName(subject.Root)}-{subject.Key["tree-".Length..]}";
        return new RepairPlace(staging, Path.Combine(layout.Quarantine, what, day));
    }

    /// <summary>It lies beside the tree, so that a whole tree can be made in it and exchanged.</summary>
    /// <param name="root">The tree.</param>
    public bool IsBeside(string root) => !Staging.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Another user's directory, or another volume: then the work is done inside.
    private static bool MayWorkBeside(string root)
    {
        var parent = Path.GetDirectoryName(root)!;
        if (
            LinuxFileStatus.Of(root) is { } status
            && LinuxFileStatus.Of(parent) is { } above
            && (status.Number.Major, status.Number.Minor) != (above.Number.Major, above.Number.Minor)
        )
        {
            return false;
        }

        try
        {
            var probe = Path.Combine(parent, $".{Path.GetFileName(root)}{StagingName}");
            if (!Directory.Exists(probe))
            {
                Directory.CreateDirectory(probe);
                Directory.Delete(probe);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
