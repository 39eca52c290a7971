namespace GoToolchain;

/// <summary>The steps of <see cref="GoToolchainManager.SetUpAsync"/>, in their order.</summary>
public enum SetupStepKind
{
    /// <summary>The Go of the project is in the store.</summary>
    Toolchain,

    /// <summary>A stable link leads to it.</summary>
    Link,

    /// <summary>The start-up files of the shells put it on PATH.</summary>
    Shells,

    /// <summary>It works, as a new shell would see it.</summary>
    Doctor,
}
