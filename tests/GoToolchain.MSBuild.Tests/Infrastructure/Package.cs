using System.IO.Compression;

namespace GoToolchain.MSBuild.Tests;

/// <summary>A NuGet package that a test has made.</summary>
internal sealed class Package(string file) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(file);

    /// <summary>What is in it besides what NuGet itself writes, in order.</summary>
    public IEnumerable<string> Files =>
        _archive
            .Entries.Select(e => e.FullName)
            .Where(n =>
                !n.StartsWith("_rels/", StringComparison.Ordinal)
                && !n.StartsWith("package/", StringComparison.Ordinal)
                && n != "[Content_Types].xml"
                && !n.EndsWith(".nuspec", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    public string Text(string path)
    {
        using var reader = new StreamReader(_archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>What the header of a Go file in it says.</summary>
    public string? Platform(string path)
    {
        using var copy = new MemoryStream();
        using (var content = _archive.GetEntry(path)!.Open())
        {
            content.CopyTo(copy);
        }

        return GoBinaryFile.Inspect(copy, path).Platform?.ToString();
    }

    public void Dispose() => _archive.Dispose();
}
