using GoToolchain.Verification.Logs;

namespace GoToolchain.Sources.Proxy;

/// <summary>A checksum database at its own address, or below a module proxy.</summary>
/// <param name="place">The place.</param>
/// <param name="prefix">What stands before its paths; empty, or with a <c>/</c> at the end.</param>
internal sealed class ProxyLogPlace(IProxyPlace place, string prefix) : ILogPlace
{
    /// <inheritdoc/>
    public string Address => prefix.Length == 0 ? place.Address : $"{place.Address}/{prefix.TrimEnd('/')}";

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(string path, int maxBytes, CancellationToken cancel) => place.ReadAsync(prefix + path, maxBytes, cancel);
}
