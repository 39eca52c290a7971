using System.Formats.Tar;
using System.IO.Compression;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>
/// The release as the module <c>golang.org/toolchain</c>, in a directory that <c>GOPROXY=file://…</c> reads. Its content is that of the archive without
/// <c>api</c>, <c>doc</c>, <c>misc</c> and <c>test</c>, and each <c>go.mod</c> is named <c>_go.mod</c> (cmd/distpack in Go's sources).
/// </summary>
internal sealed class ModuleProxy
{
    private const string Module = "golang.org/toolchain";
    private static readonly string[] s_left = ["api/", "doc/", "misc/", "test/"];

    private ModuleProxy(string directory, string toolchain) => (Directory, Toolchain) = (directory, toolchain);

    public string Directory { get; }

    /// <summary>What <c>GOTOOLCHAIN</c> names.</summary>
    public string Toolchain { get; }

    public static async Task<ModuleProxy> CreateAsync(BenchmarkInput input)
    {
        // A Go that is asked for its own name runs at once and fetches nothing; with a vendor suffix it is another toolchain.
        var suffix = input.Launcher.Version.ToString() == input.Version ? "-copy" : "";
        var proxy = new ModuleProxy(input.Work.Next("proxy"), $"go{input.Version}{suffix}");
        var version = $"v0.0.1-{proxy.Toolchain}.{GoPlatform.Host.Os}-{GoPlatform.Host.Arch}";
        var files = System.IO.Directory.CreateDirectory(Path.Combine(proxy.Directory, Module, "@v")).FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "list"), version + "\n");
        await File.WriteAllTextAsync(Path.Combine(files, version + ".mod"), $"module {Module}\n");
        await File.WriteAllTextAsync(
            Path.Combine(files, version + ".info"),
            $$"""{"Version":"{{version}}","Time":"2025-01-01T00:00:00Z"}"""
        );
        await using var zip = File.Create(Path.Combine(files, version + ".zip"));
        await PackAsync(input.Archive, $"{Module}@{version}/", zip);
        return proxy;
    }

    private static async Task PackAsync(byte[] archive, string prefix, Stream target)
    {
        await using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        using var zip = new ZipArchive(target, ZipArchiveMode.Create);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            var name = entry.Name.StartsWith("go/", StringComparison.Ordinal) ? entry.Name["go/".Length..] : "";
            if (entry.DataStream is null || Array.Exists(s_left, part => name.StartsWith(part, StringComparison.Ordinal)))
            {
                continue;
            }

            name = Path.GetFileName(name) == "go.mod" ? name[..^"go.mod".Length] + "_go.mod" : name;
            await using var stream = await zip.CreateEntry(prefix + name, CompressionLevel.Optimal).OpenAsync();
            await entry.DataStream.CopyToAsync(stream);
        }
    }
}
