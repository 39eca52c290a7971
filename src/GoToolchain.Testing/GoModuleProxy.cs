namespace GoToolchain.Testing;

/// <summary>Where the Go of a workspace gets modules from, and who vouches for them (<c>go help environment</c>: GOPROXY, GOSUMDB).</summary>
public sealed record GoModuleProxy
{
    private GoModuleProxy(string proxy, string checksumDatabase) => (Proxy, ChecksumDatabase) = (proxy, checksumDatabase);

    /// <summary>No module is fetched: the test needs no network, and what is missing is an error at once.</summary>
    public static GoModuleProxy Off { get; } = new("off", "off");

    /// <summary>The value of GOPROXY.</summary>
    public string Proxy { get; }

    /// <summary>The value of GOSUMDB.</summary>
    public string ChecksumDatabase { get; }

    /// <summary>A directory that is laid out as a module proxy, for example the <c>cache/download</c> of a module cache.</summary>
    /// <param name="directory">Absolute.</param>
    public static GoModuleProxy Directory(string directory) =>
        Path.IsPathFullyQualified(directory)
            ? new GoModuleProxy(new Uri(directory).AbsoluteUri, "off")
            : throw new ArgumentException($"`{directory}` is not an absolute path.", nameof(directory));

    /// <summary>A server, for example one that runs in the test.</summary>
    /// <param name="proxy">Its address, or a list as GOPROXY takes it.</param>
    /// <param name="checksumDatabase">GOSUMDB: name with key and address. Default: no checksum database is asked.</param>
    public static GoModuleProxy Url(string proxy, string checksumDatabase = "off")
    {
        ArgumentException.ThrowIfNullOrEmpty(proxy);
        ArgumentException.ThrowIfNullOrEmpty(checksumDatabase);
        return new GoModuleProxy(proxy, checksumDatabase);
    }
}
