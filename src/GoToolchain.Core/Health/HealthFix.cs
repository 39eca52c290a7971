using GoToolchain.Sources;

namespace GoToolchain;

/// <summary>A repair that loses nothing: what it replaces is kept in a backup beside it, or can be made again from what is there.</summary>
public sealed class HealthFix
{
    private readonly Func<CancellationToken, Task<string>> _apply;

    /// <summary>Describes a repair.</summary>
    /// <param name="description">What it would do: one sentence in the imperative.</param>
    /// <param name="apply">
    /// Does it, and says what was done, with the name of the backup where there is one. Throws <see cref="GoToolchainException"/> when it cannot.
    /// </param>
    internal HealthFix(string description, Func<CancellationToken, Task<string>> apply) =>
        (Description, _apply) = (Redaction.WithoutPasswords(description), apply);

    /// <summary>What it would do: one sentence in the imperative.</summary>
    public string Description { get; }

    /// <summary>Does it.</summary>
    /// <param name="cancel">Ends it before it has begun to write.</param>
    /// <returns>What was done, with the name of the backup where there is one: one sentence.</returns>
    /// <exception cref="GoToolchainException">It cannot be done; then everything is as it was.</exception>
    public Task<string> ApplyAsync(CancellationToken cancel = default) => _apply(cancel);

    /// <inheritdoc/>
    public override string ToString() => Description;
}
