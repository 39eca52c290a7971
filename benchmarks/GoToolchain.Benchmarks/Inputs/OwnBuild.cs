namespace GoToolchain.Benchmarks.Inputs;

/// <summary>How this program was built.</summary>
internal static class OwnBuild
{
    /// <summary>What is built for a comparison is built likewise, so that nothing is compiled a second time.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif
}
