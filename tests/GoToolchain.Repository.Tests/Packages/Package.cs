using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace GoToolchain.Repository.Tests.Packages;

/// <summary>What a .nupkg holds. The parts that the packaging format itself adds (OPC relations, properties) are left out.</summary>
public sealed record Package(string Id, XElement Metadata, IReadOnlyDictionary<string, string> Files)
{
    public static Package Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        XElement? metadata = null;
        foreach (var entry in archive.Entries.Where(entry => !IsOfTheFormat(entry.FullName)))
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            files[entry.FullName] = Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
            if (entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            {
                content.Position = 0;
                metadata = XDocument.Load(content).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
            }
        }

        Assert.NotNull(metadata);
        return new Package(Value(metadata, "id")!, metadata, files);
    }

    public string? this[string element] => Value(Metadata, element);

    /// <summary>One line for each dependency: <c>net8.0: CliWrap</c>.</summary>
    public IEnumerable<string> Dependencies =>
        Metadata
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => $"{(string?)element.Parent!.Attribute("targetFramework") ?? "any"}: {(string?)element.Attribute("id")}")
            .Order(StringComparer.Ordinal);

    private static bool IsOfTheFormat(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal)
        || name == "[Content_Types].xml";

    private static string? Value(XElement metadata, string element) =>
        metadata.Elements().FirstOrDefault(candidate => candidate.Name.LocalName == element)?.Value;
}
