using GoToolchain.Environments;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Explains what <c>go</c> would see in the environment of this host: each variable with its origin, PATH, and the start-up files behind them.
    /// Starts no process, writes nothing.
    /// </summary>
    /// <param name="spec">The Go whose view is wanted; null: what the project says, else any.</param>
    /// <param name="tools">Further names to look up on PATH, for example <c>gopls</c>.</param>
    /// <exception cref="GoToolchainException">The spec is none.</exception>
    public GoEnvironmentReport ExplainEnvironment(string? spec = null, params IEnumerable<string> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return EnvironmentExplanation.Create(Options.Host, Survey(spec).Used, tools);
    }
}
