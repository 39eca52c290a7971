using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Materials;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Recovery.Repair;

/// <summary>Says beforehand what a repair would do, without reading what it would copy.</summary>
internal static class RepairPlanner
{
    // Measured on two cores with a disk in memory; a slow disk takes longer.
    private const double BytesPerSecond = 350e6;
    private const double SecondsPerFile = 0.00012;
    private const double SecondsPerArchive = 1.5;

    /// <summary>Makes the plan.</summary>
    /// <param name="subject">The tree.</param>
    /// <param name="reference">What it should hold.</param>
    /// <param name="content">How it differs.</param>
    /// <param name="work">What has to be done.</param>
    /// <param name="isWhole">The whole tree is made anew.</param>
    /// <param name="materials">Where files can be had.</param>
    public static RepairPlan Plan(
        RepairSubject subject,
        ContentReference reference,
        ContentReport content,
        FileWork work,
        bool isWhole,
        IReadOnlyList<IRepairMaterial> materials
    )
    {
        var whole = isWhole
            ? reference.Manifest.Entries.Where(e => content.Differences.Count == 0 || IsWanted(e, work)).ToList()
            : work.Restore;
        var origins = Origins(whole, materials, subject.Root);
        var missing = whole.Where(e => !origins.ContainsKey(e.Path)).Select(e => e.Path).ToList();
        var plan = new RepairPlan(subject.Root, isWhole ? [Rebuild(reference.Manifest, origins)] : [.. Steps(work, origins)])
        {
            Version = subject.Version,
            Platform = subject.Platform,
            ComparedWith = reference.Name,
            Content = content,
            IsWhole = isWhole,
            Unavailable = missing,
        };
        return plan with { ExpectedTime = TimeOf(plan, isWhole ? reference.Manifest.Entries.Count : plan.Actions.Count, origins.Values) };
    }

    private static bool IsWanted(ManifestEntry entry, FileWork work) => work.Restore.Contains(entry);

    private static Dictionary<string, IRepairMaterial> Origins(
        IReadOnlyCollection<ManifestEntry> wanted,
        IReadOnlyList<IRepairMaterial> materials,
        string root
    )
    {
        var origins = new Dictionary<string, IRepairMaterial>(StringComparer.Ordinal);
        foreach (var material in materials)
        {
            var known = material.Manifest?.Entries.Select(e => e.Digest).ToHashSet();
            foreach (var entry in wanted.Where(e => !origins.ContainsKey(e.Path) && Has(material, e, known)))
            {
                origins[entry.Path] = material;
            }

            material.Dispose();
        }

        return origins;
    }

    private static bool Has(IRepairMaterial material, ManifestEntry entry, HashSet<Sha256Digest>? known) =>
        material is TreeMaterial tree ? tree.MayHave(entry) : known?.Contains(entry.Digest) ?? true;

    private static RepairAction Rebuild(Manifest manifest, Dictionary<string, IRepairMaterial> origins)
    {
        var names = string.Join(", ", origins.Values.Distinct().Select(m => m.Name).DefaultIfEmpty("its own files"));
        return new RepairAction(RepairActionKind.RebuildTree, "", $"Make the tree anew from {names}, and exchange it with the old one.")
        {
            Bytes = manifest.Bytes,
            Source = names,
        };
    }

    private static IEnumerable<RepairAction> Steps(FileWork work, Dictionary<string, IRepairMaterial> origins)
    {
        foreach (var path in work.Remove)
        {
            yield return new RepairAction(RepairActionKind.Quarantine, path, $"Move {path} out of the tree, and keep it.");
        }

        foreach (var (path, mode) in work.Modes)
        {
            yield return new RepairAction(RepairActionKind.SetMode, path, $"Set the mode of {path} to {Convert.ToString((int)mode, 8)}.");
        }

        foreach (var entry in work.Restore)
        {
            var name = origins.GetValueOrDefault(entry.Path)?.Name;
            yield return new RepairAction(
                RepairActionKind.RestoreFile,
                entry.Path,
                $"Restore {entry.Path} from {name ?? "nowhere: nobody has it"}."
            )
            {
                Bytes = name is null ? 0 : entry.Size,
                Source = name,
            };
        }
    }

    private static TimeSpan? TimeOf(RepairPlan plan, int files, IEnumerable<IRepairMaterial> origins)
    {
        var used = origins.Distinct().ToList();
        var archives = used.Count(m => m is ArchiveMaterial) * SecondsPerArchive;
        return used.Exists(m => m is SourceMaterial)
            ? null
            : TimeSpan.FromSeconds(archives + (plan.Bytes / BytesPerSecond) + (files * SecondsPerFile));
    }
}
