namespace GoToolchain.Testing.Provisioning;

/// <summary>Tells a CI machine by the variables that CI systems document.</summary>
internal static class ContinuousIntegration
{
    // CI: GitHub Actions, GitLab, Travis, CircleCI, AppVeyor, Buildkite and others. The rest do not set it.
    private static readonly string[] s_flags = ["CI", "TF_BUILD", "GITHUB_ACTIONS"];
    private static readonly string[] s_marks = ["JENKINS_URL", "TEAMCITY_VERSION", "BUILD_BUILDID", "CODEBUILD_BUILD_ID"];

    /// <summary>The variable that tells, or null.</summary>
    public static string? SignOf(HostMachine host) =>
        Array.Find(s_flags, name => IsOn(host.GetVariable(name))) ?? Array.Find(s_marks, name => host.GetVariable(name) is not null);

    // CI=false is how people turn such a default off.
    private static bool IsOn(string? value) =>
        value is not null && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
