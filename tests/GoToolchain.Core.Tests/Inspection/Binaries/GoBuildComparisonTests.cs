using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

public sealed class GoBuildComparisonTests
{
    private static readonly GoPlatform s_machine = new("linux", "amd64");

    [Theory]
    [InlineData(
        "go1.21.13",
        "1.23.5",
        GoBuildRelation.BuiltByOlder,
        "Built by go1.21.13; the go on PATH (/opt/go) is 1.23.5, which is newer."
    )]
    [InlineData(
        "go1.24.4",
        "1.23.5",
        GoBuildRelation.BuiltByNewer,
        "Built by go1.24.4; the go on PATH (/opt/go) is 1.23.5, which is older."
    )]
    [InlineData("go1.23.5", "1.23.5", GoBuildRelation.Same, "Built by go1.23.5, which is the version of the go on PATH (/opt/go).")]
    [InlineData("go1.20", "1.20", GoBuildRelation.Same, "Built by go1.20, which is the version of the go on PATH (/opt/go).")]
    [InlineData(
        "go1.23.5 X:nocoverageredesign",
        "1.23.5",
        GoBuildRelation.SameReleaseOtherBuild,
        "Built by go1.23.5 X:nocoverageredesign; the go on PATH (/opt/go) is 1.23.5: the same release, built otherwise."
    )]
    [InlineData(
        "my own compiler",
        "1.23.5",
        GoBuildRelation.Unknown,
        "Built by `my own compiler`, which is not written like a version of Go."
    )]
    public void The_version_is_compared_with_the_go_on_PATH(string built, string here, GoBuildRelation relation, string sentence)
    {
        var comparison = GoBuildComparison.OnMachine(Binary(built), Survey(Go("/opt/go", here, GoOrigin.SearchPath)), s_machine);

        Assert.Equal((relation, sentence), (comparison.Relation, comparison.Sentence));
        Assert.Equal("/opt/go", comparison.Compared!.Root);
    }

    [Fact]
    public void What_a_shell_would_run_comes_before_what_would_be_used()
    {
        var store = Go("/store/go1.24.4", "1.24.4", GoOrigin.Store);
        var survey = Survey(store, Go("/opt/go", "1.22.0", GoOrigin.OfficialInstaller, GoOrigin.SearchPath)) with { Used = store };

        Assert.Equal("/opt/go", GoBuildComparison.OnMachine(Binary("go1.23.5"), survey, s_machine).Compared!.Root);
    }

    [Fact]
    public void Without_a_usable_go_on_PATH_it_is_compared_with_the_one_that_would_be_used()
    {
        var used = Go("/store/go1.24.4", "1.24.4", GoOrigin.Store);
        var broken = Go("/opt/go", "1.22.0", GoOrigin.SearchPath) with { Verdict = GoVerdict.Incomplete };

        var comparison = GoBuildComparison.OnMachine(Binary("go1.23.5"), Survey(broken, used) with { Used = used }, s_machine);

        Assert.Equal("Built by go1.23.5; the Go that would be used (/store/go1.24.4) is 1.24.4, which is newer.", comparison.Sentence);
    }

    [Fact]
    public void A_machine_without_go_is_said_to_have_none()
    {
        var comparison = GoBuildComparison.OnMachine(Binary("go1.23.5"), Survey(), s_machine);

        Assert.Equal(
            (GoBuildRelation.NoGo, "Built by go1.23.5; this machine has no usable Go."),
            (comparison.Relation, comparison.Sentence)
        );
    }

    [Theory]
    [InlineData("go1.23.5", "GOOS=windows", "It was built for windows/amd64; this machine is linux/amd64.")]
    [InlineData(
        "go1.23.5 X:boringcrypto,arenas",
        "x=",
        "The Go that built it has other experiments than by default: boringcrypto, arenas."
    )]
    [InlineData("go1.25rc1", "x=", "It was built by a pre-release of Go.")]
    [InlineData("devel go1.26-abcdef Tue Jan 6", "x=", "It was built by Go from the development tree.")]
    [InlineData("go1.22.9 (Red Hat 1.22.9-2.el9)", "x=", "The Go that built it carries the mark of a vendor: _Red_Hat_1.22.9-2.el9_.")]
    public void What_is_noteworthy_about_the_build_is_remarked(string version, string setting, string remark)
    {
        var comparison = GoBuildComparison.OnMachine(Binary(version, setting), Survey(), s_machine);

        Assert.Equal([remark], comparison.Remarks);
    }

    private static GoBinaryFile Binary(string version, string setting = "x=")
    {
        var info = BuildInfoText.Parse(version, $"path\tp\nbuild\t{setting}\n");
        return new GoBinaryFile
        {
            File = "/p",
            Verdict = GoBinaryVerdict.Go,
            Reason = "",
            BuildInfo = info,
            System = info.Setting("GOOS"),
            Architecture = "amd64",
        };
    }

    private static GoSurvey Survey(params GoCandidate[] candidates) =>
        new(null, null, null, [.. candidates.Select(c => new GoRejectedCandidate(c, ""))]);

    private static GoCandidate Go(string root, string version, params GoOrigin[] origins) =>
        new()
        {
            Root = root,
            ResolvedRoot = root,
            Origins = origins,
            FoundAs = [.. origins.Select(_ => root)],
            Verdict = GoVerdict.Usable,
            Version = GoVersion.Parse(version),
            Platform = s_machine,
        };
}
