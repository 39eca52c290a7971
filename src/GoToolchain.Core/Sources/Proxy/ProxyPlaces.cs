using GoToolchain.Sources.Http;

namespace GoToolchain.Sources.Proxy;

/// <summary>Makes places, and reads small files of them.</summary>
internal static class ProxyPlaces
{
    /// <summary>The place at an address.</summary>
    /// <param name="url">http, https or file.</param>
    /// <param name="http">The client.</param>
    public static IProxyPlace At(Uri url, GoHttp http) => url.IsFile ? new ProxyDirectory(url.LocalPath) : new ProxySite(url, http);

    /// <summary>Reads a small file whole.</summary>
    /// <returns>Null when there is none.</returns>
    public static async Task<byte[]?> ReadAsync(this IProxyPlace place, string path, int maxBytes, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        return await place.CopyAsync(path, buffer, maxBytes, cancel).ConfigureAwait(false) ? buffer.ToArray() : null;
    }
}
