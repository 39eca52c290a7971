using GoToolchain.Inspection;

namespace GoToolchain.Locating;

/// <summary>Makes candidates of sightings: one for each tree, however often it is seen.</summary>
/// <param name="inspector">Judges a tree that is seen for the first time.</param>
/// <param name="system">The platform of this machine.</param>
internal sealed class CandidateCollector(GoRootInspector inspector, GoPlatform system)
{
    // The systems on which two spellings of one name usually are one file.
    private static readonly StringComparer s_pathComparer =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly LinkResolver _links = new();
    private readonly List<GoCandidate> _candidates = [];
    private readonly Dictionary<string, int> _indexOfTree = new(s_pathComparer);
    private readonly Dictionary<DirectoryIdentity, int> _indexOfDirectory = [];

    /// <summary>The candidates so far, first seen first.</summary>
    public IReadOnlyList<GoCandidate> Candidates => _candidates;

    /// <summary>Adds a sighting, or its origin to the candidate that it is.</summary>
    /// <param name="origin">The kind of place.</param>
    /// <param name="sighting">What it saw.</param>
    public void Add(GoOrigin origin, GoSighting sighting)
    {
        var identity = DirectoryIdentity.Of(sighting.Root);
        var isDirectory = identity is not null || Directory.Exists(sighting.Root);
        if (identity is { } known && _indexOfDirectory.TryGetValue(known, out var index))
        {
            _candidates[index] = Merge(_candidates[index], origin, sighting);
            return;
        }

        var resolved = Identify(sighting.Root, isDirectory);
        if (_indexOfTree.TryGetValue(resolved, out index))
        {
            _candidates[index] = Merge(_candidates[index], origin, sighting);
            return;
        }

        _indexOfTree[resolved] = _candidates.Count;
        if (identity is { } fresh)
        {
            _indexOfDirectory[fresh] = _candidates.Count;
        }

        _candidates.Add(Create(origin, sighting, isDirectory ? resolved : sighting.Root));
    }

    // A directory is known by where its links lead. Anything else (a shim, a link that leads nowhere) is a finding of its own under its own name.
    private string Identify(string root, bool isDirectory)
    {
        if (isDirectory)
        {
            return _links.Resolve(root) ?? root;
        }

        var parent = Path.IsPathFullyQualified(root) ? Path.GetDirectoryName(root) : null;
        return parent is null ? root : Path.Join(_links.Resolve(parent) ?? parent, Path.GetFileName(root));
    }

    private GoCandidate Create(GoOrigin origin, GoSighting sighting, string resolved)
    {
        var facts = sighting.Doubt is { } doubt and not GoVerdict.Incomplete
            ? new GoRootFacts(doubt, sighting.Reason)
            : inspector.Inspect(sighting.Root);
        var mayRun = facts is { Verdict: GoVerdict.WrongPlatform, Platform: { } platform } && ForeignPlatform.MayRun(platform, system);
        var candidate = new GoCandidate
        {
            Root = sighting.Root,
            ResolvedRoot = resolved,
            Origins = [origin],
            FoundAs = [sighting.FoundAs],
            Verdict = facts.Verdict,
            Reason = mayRun ? $"{facts.Reason} {ForeignPlatform.Explain(facts.Platform!)}" : facts.Reason,
            LeadsTo = sighting.LeadsTo,
            Version = facts.Version,
            Platform = facts.Platform,
            Trust = sighting.Trust,
            ArchiveDigest = sighting.ArchiveDigest,
        };
        return WithDoubt(candidate, sighting);
    }

    private static GoCandidate Merge(GoCandidate candidate, GoOrigin origin, GoSighting sighting)
    {
        candidate = WithDoubt(candidate, sighting);
        candidate = sighting.Trust > candidate.Trust ? candidate with { Trust = sighting.Trust } : candidate;
        candidate = candidate.ArchiveDigest is null ? candidate with { ArchiveDigest = sighting.ArchiveDigest } : candidate;
        return candidate.Origins.Contains(origin)
            ? candidate
            : candidate with
            {
                Origins = [.. candidate.Origins, origin],
                FoundAs = [.. candidate.FoundAs, sighting.FoundAs],
            };
    }

    // A tree that looks complete may still be one that its installer did not finish.
    private static GoCandidate WithDoubt(GoCandidate candidate, GoSighting sighting) =>
        candidate.Verdict == GoVerdict.Usable && sighting.Doubt is { } doubt
            ? candidate with
            {
                Verdict = doubt,
                Reason = sighting.Reason,
            }
            : candidate;
}
