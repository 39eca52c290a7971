namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>The checks of what surrounds a GOROOT: variables, go/env, PATH, start-up files, places to write.</summary>
internal static class SurroundingChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } =
    [
        new RootVariableCheck(),
        new UserFileCheck(),
        new FlagsCheck(),
        new ToolchainVariableCheck(),
        new ChecksumDatabaseCheck(),
        new ModuleProxyCheck(),
        new TargetCheck(),
        new ArchitectureCheck(),
        new ModuleModeCheck(),
        new CompilerVariableCheck(),
        new DirectoryVariableCheck(),
        new SearchPathCheck(),
        new ShadowCheck(),
        new StartFilesCheck(),
        new LibraryPathCheck(),
        new WritablePlacesCheck(),
    ];
}
