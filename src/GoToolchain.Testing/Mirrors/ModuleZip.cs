using System.IO.Compression;
using System.Text;

namespace GoToolchain.Testing.Mirrors;

/// <summary>Makes zip files of modules (https://go.dev/ref/mod#zip-files).</summary>
internal static class ModuleZip
{
    private static readonly DateTimeOffset s_time = new(2025, 5, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_leftOut = ["api/", "doc/", "misc/", "test/"];

    public static string GoModOf(string module, IReadOnlyDictionary<string, string> files) =>
        files.TryGetValue("go.mod", out var text) ? text : $"module {module}\n";

    public static byte[] Create(string module, string version, IReadOnlyDictionary<string, string> files)
    {
        var all = files.Where(f => f.Key != "go.mod").Prepend(new("go.mod", GoModOf(module, files)));
        return Pack(all.Select(f => ($"{module}@{version}/{f.Key}", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value))));
    }

    public static byte[] OfToolchain(string prefix, IEnumerable<ArchiveEntry> entries) =>
        Pack(
            entries
                .Select(e => (Name: e.Name.StartsWith("go/", StringComparison.Ordinal) ? e.Name[3..] : e.Name, e.Content))
                .Where(e => !Array.Exists(s_leftOut, part => e.Name.StartsWith(part, StringComparison.Ordinal)))
                .Select(e => (prefix + WithoutModule(e.Name), e.Content))
        );

    // A zip file of a module may hold no go.mod of another one.
    private static string WithoutModule(string name) =>
        name.EndsWith("/go.mod", StringComparison.Ordinal) ? name[..^"go.mod".Length] + "_go.mod" : name;

    private static byte[] Pack(IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = s_time;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        }

        return bytes.ToArray();
    }
}
