namespace GoToolchain.Testing;

/// <summary>What a test suite decides about its Go. Null means: by default.</summary>
public sealed record GoTestOptions
{
    /// <summary>What happens when there is no Go; see <see cref="GoTestPolicy"/> for the default.</summary>
    public GoTestPolicy? Policy { get; init; }

    /// <summary>The wanted version, for example <c>1.24</c>. Default: what the files of the project say (gotoolchain.json, go.mod, …), else any.</summary>
    public string? Version { get; init; }

    /// <summary>Store, sources, machine. Default: the machine's, with the project that the test assembly lies in.</summary>
    public GoToolchainOptions? Toolchain { get; init; }
}
