using GoToolchain.Inspection.Binaries;

namespace GoToolchain;

/// <summary>A program, compared with the Go of a machine.</summary>
/// <param name="Relation">How the Go that built it relates to that of the machine.</param>
/// <param name="Sentence">The relation in words: <c>Built by go1.21.13; the go on PATH (/usr/local/go) is 1.23.5, which is newer.</c></param>
/// <param name="Remarks">What else is noteworthy, a sentence each: built for another platform, from a modified source tree, by a pre-release, with
/// experiments.</param>
/// <param name="Compared">The Go that it was compared with; null when there is none.</param>
public sealed record GoBuildComparison(GoBuildRelation Relation, string Sentence, IReadOnlyList<string> Remarks, GoCandidate? Compared)
{
    /// <summary>Compares with the <c>go</c> that a shell would run, or else with the one that would be used.</summary>
    /// <param name="binary">The program.</param>
    /// <param name="survey">What is on the machine.</param>
    /// <param name="machine">The platform of the machine.</param>
    public static GoBuildComparison OnMachine(GoBinaryFile binary, GoSurvey survey, GoPlatform machine)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var onPath = survey.Candidates.Select(c => c.Candidate).FirstOrDefault(c => c.Origins.Contains(GoOrigin.SearchPath));
        return Of(binary, onPath is { Version: not null, Verdict: GoVerdict.Usable } ? onPath : survey.Used, machine);
    }

    /// <summary>Compares with one Go.</summary>
    /// <param name="binary">The program.</param>
    /// <param name="go">The Go; null: there is none.</param>
    /// <param name="machine">The platform of the machine.</param>
    public static GoBuildComparison Of(GoBinaryFile binary, GoCandidate? go, GoPlatform machine)
    {
        ArgumentNullException.ThrowIfNull(binary);
        ArgumentNullException.ThrowIfNull(machine);
        var relation = Relate(binary.BuildInfo?.Version, go?.Version);
        var here =
            go is null ? ""
            : go.Origins.Contains(GoOrigin.SearchPath) ? $"the go on PATH ({go.Root})"
            : $"the Go that would be used ({go.Root})";
        var sentence = Say(relation, binary.BuildInfo?.GoVersion, here, go?.Version);
        return new GoBuildComparison(relation, sentence, BuildRemarks.Of(binary, machine), go);
    }

    private static GoBuildRelation Relate(GoVersion? built, GoVersion? here)
    {
        if (built is null)
        {
            return GoBuildRelation.Unknown;
        }

        return here is null ? GoBuildRelation.NoGo
            : built < here ? GoBuildRelation.BuiltByOlder
            : built > here ? GoBuildRelation.BuiltByNewer
            : built == here ? GoBuildRelation.Same
            : GoBuildRelation.SameReleaseOtherBuild;
    }

    private static string Say(GoBuildRelation relation, string? built, string here, GoVersion? version) =>
        relation switch
        {
            GoBuildRelation.Unknown when built is null => "It does not say which Go built it.",
            GoBuildRelation.Unknown => $"Built by `{built}`, which is not written like a version of Go.",
            GoBuildRelation.NoGo => $"Built by {built}; this machine has no usable Go.",
            GoBuildRelation.Same => $"Built by {built}, which is the version of {here}.",
            GoBuildRelation.SameReleaseOtherBuild => $"Built by {built}; {here} is {version}: the same release, built otherwise.",
            GoBuildRelation.BuiltByOlder => $"Built by {built}; {here} is {version}, which is newer.",
            _ => $"Built by {built}; {here} is {version}, which is older.",
        };
}
