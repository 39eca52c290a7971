using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>The environment of a run. Whatever Go, settings and CI system this machine has, the run must not see them.</summary>
internal static class SuiteMachine
{
    /// <summary>A machine.</summary>
    /// <param name="store">The only place in which there may be a Go.</param>
    /// <param name="source">The only source; null: one that has nothing.</param>
    /// <param name="policy">What <c>GOTC_TESTING_POLICY</c> says; null: nothing.</param>
    public static Dictionary<string, string?> With(string store, string? source = null, GoTestPolicy? policy = null) =>
        new()
        {
            ["GOTC_STORE"] = store,
            ["GOTC_PREFERENCE"] = "only-managed",
            ["GOTC_SOURCES"] = source ?? store,
            ["GOTC_TESTING_POLICY"] = policy?.ToString(),
            ["GOTC_TESTING_MUST_RUN"] = null,
            ["GOTC_OFFLINE"] = null,
            ["GOTC_MIRROR"] = null,
            ["GOTC_DOWNLOADS"] = null,
            ["GOROOT"] = null,
            ["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE"),
            ["CI"] = null,
            ["TF_BUILD"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["JENKINS_URL"] = null,
            ["TEAMCITY_VERSION"] = null,
            ["BUILD_BUILDID"] = null,
            ["CODEBUILD_BUILD_ID"] = null,
        };
}
