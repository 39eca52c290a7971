using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace GoToolchain.Testing.Mirrors;

/// <summary>The module half (https://go.dev/ref/mod#goproxy-protocol).</summary>
internal sealed class ModuleProxy
{
    // One time for all: the same module gives the same bytes.
    private const string Time = "2025-05-29T19:37:36Z";

    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public void Add(string module, string version, byte[] zip, string goMod)
    {
        var versions = $"{EscapedPath.Of(module)}/@v/";
        var stem = versions + EscapedPath.Of(version);
        var info = JsonSerializer.SerializeToUtf8Bytes(new { Version = version, Time });
        _files[stem + ".info"] = info;
        _files[stem + ".mod"] = Encoding.UTF8.GetBytes(goMod);
        _files[stem + ".zip"] = zip;
        var line = Encoding.UTF8.GetBytes(version + "\n");
        _files.AddOrUpdate(versions + "list", line, (_, list) => [.. list, .. line]);
    }

    public byte[]? Find(string path) => _files.GetValueOrDefault(path);
}
