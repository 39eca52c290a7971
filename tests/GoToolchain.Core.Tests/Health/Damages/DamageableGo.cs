using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>One copy of a real Go for all the damages of a class; a new one when a damage cannot be undone.</summary>
public sealed class DamageableGo : IDisposable
{
    private GoRootCopy? _copy;

    /// <summary>A healthy copy.</summary>
    /// <param name="go">The original.</param>
    internal GoRootCopy Take(GoInstallation go) => _copy ??= GoRootCopy.Of(go);

    /// <summary>It cannot be used again.</summary>
    internal void Drop()
    {
        _copy?.Dispose();
        _copy = null;
    }

    public void Dispose() => Drop();
}
