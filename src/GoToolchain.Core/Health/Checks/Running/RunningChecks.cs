using GoToolchain.Health.Checks.Running.Cgo;
using GoToolchain.Health.Checks.Running.Content;
using GoToolchain.Health.Checks.Running.Library;
using GoToolchain.Health.Checks.Running.Users;

namespace GoToolchain.Health.Checks.Running;

/// <summary>The checks that run <c>go</c> and what it builds.</summary>
internal static class RunningChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } =
    [
        new ScratchCheck(),
        new GoVersionCheck(),
        ToolVersionsCheck.OfCompilers,
        ToolVersionsCheck.OfOthers,
        new OwnRootCheck(),
        new LibraryPlaceCheck(),
        new BuildCheck(),
        new ProgramCheck(),
        new CCompilerCheck(),
        new CgoCheck(),
        new UserEnvironmentCheck(),
        new ModuleCacheCheck(),
        new LibraryBuildCheck(),
        new VetCheck(),
        new BuiltToolCheck(),
        new SharedLibraryCheck(),
        new RaceCheck(),
        new LibraryTestsCheck(),
        new TreeContentCheck(),
    ];
}
