namespace GoToolchain.Sources.Proxy;

/// <summary>A place from which files of modules, or of a checksum database, can be had.</summary>
internal interface IProxyPlace
{
    /// <summary>Its address, without passwords.</summary>
    string Address { get; }

    /// <summary>It is on the network.</summary>
    bool NeedsNetwork { get; }

    /// <summary>Copies a small file. The target is empty at first, and emptied again for another attempt.</summary>
    /// <param name="path">Below the address, with <c>/</c>.</param>
    /// <param name="target">Where to: seekable.</param>
    /// <param name="maxBytes">More is an error.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False when the place says that there is no such file.</returns>
    /// <exception cref="GoToolchainException">It cannot be reached, or sends something else (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<bool> CopyAsync(string path, Stream target, long maxBytes, CancellationToken cancel);

    /// <summary>Fetches a large file, or goes on where an earlier attempt at the same address was cut off.</summary>
    /// <param name="path">Below the address, with <c>/</c>.</param>
    /// <param name="maxBytes">More is an error.</param>
    /// <param name="context">Where partial files are kept, and where to report.</param>
    /// <param name="cancel">Ends the work; what has come so far stays for the next time.</param>
    /// <returns>Null when the place says that there is no such file.</returns>
    /// <exception cref="GoToolchainException">It cannot be reached, or sends something else (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<ModuleFile?> FetchAsync(string path, long maxBytes, GoDeliveryContext context, CancellationToken cancel);
}
