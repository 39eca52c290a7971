using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GoToolchain.Testing.Mirrors;

/// <summary>The feed half: an index as go.dev writes it (internal/dl of golang.org/x/website), the archives, and what is beside them.</summary>
internal sealed class ReleaseFeed
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly List<object> _releases = [];
    private byte[]? _index;

    /// <summary>What a portal that wants a password sends in place of a file.</summary>
    public static byte[] Page { get; } = "<!DOCTYPE html><html><body>Please log in to the network.</body></html>"u8.ToArray();

    public bool IsStatic { get; set; }

    public string Add(string version, byte[] archive, GoPlatform platform, long? size, string? sha256, byte[]? signature)
    {
        var name = $"go{version}.{platform.Os}-{platform.ReleaseArch}.{platform.ArchiveExtension}";
        var digest = Convert.ToHexString(SHA256.HashData(archive)).ToLowerInvariant();
        var file = new
        {
            filename = name,
            os = platform.Os,
            arch = platform.ReleaseArch,
            version = "go" + version,
            sha256 = sha256 ?? digest,
            size = size ?? archive.Length,
            kind = "archive",
        };
        lock (_releases)
        {
            _releases.Add(
                new
                {
                    version = "go" + version,
                    stable = true,
                    files = new[] { file },
                }
            );
            _index = null;
        }

        _files["/" + name] = archive;
        // The bare digits, as dl.google.com has them.
        _files[$"/{name}.sha256"] = Encoding.ASCII.GetBytes(sha256 ?? digest);
        if (signature is not null)
        {
            _files[$"/{name}.asc"] = signature;
        }

        return "/" + name;
    }

    public byte[]? Find(MirrorRequest request)
    {
        if (_files.TryGetValue(request.Path, out var file))
        {
            return file;
        }

        if (IsStatic && request.Path == "/")
        {
            return Page;
        }

        var isIndex = IsStatic ? request.Path == "/index.json" : request.Target == "/?mode=json&include=all";
        lock (_releases)
        {
            return isIndex ? _index ??= JsonSerializer.SerializeToUtf8Bytes(_releases) : null;
        }
    }
}
