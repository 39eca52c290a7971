namespace GoToolchain.Testing;

/// <summary>What a test decides about its workspace.</summary>
public sealed record GoWorkspaceOptions
{
    /// <summary>Where modules come from. Default: nowhere, <see cref="GoModuleProxy.Off"/>.</summary>
    public GoModuleProxy ModuleProxy { get; init; } = GoModuleProxy.Off;

    /// <summary>Whether it stays on disk. Default: when the test has failed.</summary>
    public GoWorkspaceKeep Keep { get; init; } = GoWorkspaceKeep.OnFailure;

    /// <summary>How long one run may take. Default: ten minutes, as long as Go gives tests.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where runs are told, and where the workspace is kept. Default: nowhere.</summary>
    public IGoTestLog Log { get; init; } = GoTestLog.None;
}
