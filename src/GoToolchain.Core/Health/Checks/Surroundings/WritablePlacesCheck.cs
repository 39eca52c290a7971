using GoToolchain.Environments.Places;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Can this user write where Go writes, and run programs where Go runs them? It is tried.</summary>
internal sealed class WritablePlacesCheck : SurroundingCheck
{
    // A program of the standard library's size with its temporary files; less than this fails in the midst of a build.
    private const long SmallestSpace = 64L << 20;

    public override string Id => "env.places";

    public override string Title => "Go can write where it has to";

    public override HealthLevel Level => HealthLevel.Standard;

    protected override string Ran =>
        "write and run a file in GOCACHE, GOMODCACHE, GOPATH, GOBIN and the temporary directory, and remove it";

    protected override string Expected => "files can be written there, and programs run where Go runs them";

    public override async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var surroundings = GoSurroundings.Of(context);
        var probe = new PlaceProbe(context.Host);
        var findings = new List<HealthFinding>();
        var tried = 0;
        foreach (
            var group in PlaceCatalog.Go(context.Host, surroundings.Go).Where(p => Path.IsPathFullyQualified(p.Path)).GroupBy(p => p.Path)
        )
        {
            tried++;
            var place = await probe.TryAsync(group.Key, [.. group.Select(p => p.Purpose)], cancel).ConfigureAwait(false);
            if (Problem(place) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return Answer(findings, $"{tried} directories can be used");
    }

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings) => [];

    private static HealthFinding? Problem(WritablePlace place)
    {
        var purposes = string.Join(", ", place.Purposes);
        var isTemporary = place.Purposes.Any(p => p is "GOTMPDIR" or "temporary files");
        // What is only installed or downloaded there does not keep anybody from building.
        var severity = place.Purposes.All(p => p is "go install" or "GOPATH") ? HealthSeverity.Warning : HealthSeverity.Error;
        var other = isTemporary ? "or set GOTMPDIR to a directory on another volume" : "or name another directory";
        switch (place.State)
        {
            case WritablePlaceState.NotExecutable:
                return isTemporary || place.Purposes.Contains("go install")
                    ? Finding(GoErrorCodes.PlaceNotExecutable, place.Reason!, $"Mount it without noexec, {other}.")
                    : null;
            case WritablePlaceState.NoSpace or WritablePlaceState.QuotaExceeded:
                return Finding(GoErrorCodes.NoSpaceLeft, place.Reason!, $"Free some space, {other}.");
            // Go makes its caches when it needs them, but never the directory for temporary files.
            case WritablePlaceState.Creatable when isTemporary:
                return Finding(GoErrorCodes.PlaceNotWritable, "it does not exist, so Go cannot build anything.", $"Create it, {other}.");
            case WritablePlaceState.Usable or WritablePlaceState.Creatable:
                return place.FreeBytes < SmallestSpace
                    ? Finding(
                        GoErrorCodes.NoSpaceLeft,
                        $"Only {place.FreeBytes / 1e6:0} MB are free there, which a build may use up.",
                        $"Free some space, {other}."
                    )
                    : null;
            default:
                return Finding(
                    GoErrorCodes.PlaceNotWritable,
                    place.Reason!,
                    $"Give this user the right to write there, {other}; never use sudo for it."
                );
        }

        HealthFinding Finding(GoErrorCode code, string reason, string cure) =>
            new(code, $"{place.Path} ({purposes}): {reason}", cure) { Severity = severity, Place = place.Path };
    }
}
