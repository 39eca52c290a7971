using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests;

/// <summary>The Go that these tests use: of the test store, whatever else the machine has.</summary>
internal static class TestSettings
{
    public const string Version = "1.23";

    public static GoTestOptions Ready { get; } =
        new()
        {
            Policy = GoTestPolicy.Provision,
            Version = Version,
            Toolchain = new GoToolchainOptions
            {
                Host = TestGo.Host,
                Store = TestGo.Store,
                Preference = GoPreference.OnlyManaged,
            },
        };

    /// <summary>A machine without any Go, and a source that has none.</summary>
    public static GoTestOptions Missing(ScratchDirectory directory, GoTestPolicy? policy, params (string Name, string Value)[] variables) =>
        new()
        {
            Policy = policy,
            Toolchain = new GoToolchainOptions
            {
                Host = SandboxMachine.In(directory, variables.ToDictionary(v => v.Name, v => v.Value)),
                Store = directory["store"],
                Sources = [Directory.CreateDirectory(directory["source"]).FullName],
            },
        };
}
