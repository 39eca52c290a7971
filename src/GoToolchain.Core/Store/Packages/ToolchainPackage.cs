using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GoToolchain.Sources.NuGet;

namespace GoToolchain.Store.Packages;

/// <summary>
/// Writes a NuGet package with a toolchain in it (the Open Packaging Conventions, ECMA-376 part 2, as NuGet uses them). The same toolchain gives the same
/// bytes: every entry has the same time and attributes.
/// </summary>
internal static class ToolchainPackage
{
    /// <summary>What nuget.org accepts at most (https://learn.microsoft.com/nuget/nuget-org/publish-a-package).</summary>
    public const long LargestPackage = 250_000_000;

    /// <summary>Writes it.</summary>
    /// <param name="file">The package to be made.</param>
    /// <param name="about">What it holds.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="version">Its version for NuGet.</param>
    /// <param name="archive">The archive: absolute.</param>
    /// <param name="manifest">The manifest of the tree.</param>
    /// <param name="cancel">Ends the work.</param>
    public static void Write(
        string file,
        ToolchainPackageJson about,
        GoPlatform platform,
        string version,
        string archive,
        byte[] manifest,
        CancellationToken cancel
    )
    {
        var id = PackageName.IdOf(platform);
        using var zip = new ZipArchive(new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite), ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", Utf8(ContentTypes));
        Add(zip, "_rels/.rels", Utf8(Relationships.Replace("NUSPEC", $"{id}.nuspec", StringComparison.Ordinal)));
        Add(zip, $"{id}.nuspec", Utf8(Specification(id, version, platform, about)));
        var directory = ToolchainPackageJson.Directory;
        Add(
            zip,
            $"{directory}/{ToolchainPackageJson.FileName}",
            JsonSerializer.SerializeToUtf8Bytes(about, ToolchainPackageContext.Default.ToolchainPackageJson)
        );
        Add(zip, $"{directory}/{ToolchainPackageJson.ManifestName}", manifest);
        var entry = Create(zip, $"{directory}/{about.Archive}", CompressionLevel.NoCompression);
        using var from = File.OpenRead(archive);
        using var to = entry.Open();
        var buffer = new byte[1 << 20];
        for (int count; (count = from.Read(buffer)) > 0; )
        {
            cancel.ThrowIfCancellationRequested();
            to.Write(buffer.AsSpan(0, count));
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = Create(zip, name, CompressionLevel.Optimal).Open();
        stream.Write(content);
    }

    private static ZipArchiveEntry Create(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = TreeArchive.Time;
        entry.ExternalAttributes = 0;
        return entry;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));

    private static string Specification(string id, string version, GoPlatform platform, ToolchainPackageJson about) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>The Go Authors</authors>
                <license type="expression">BSD-3-Clause</license>
                <projectUrl>https://go.dev/</projectUrl>
                <description>Go {about.Toolchain}, for `gotoolchain install --source nuget` and GoToolchain.MSBuild. Platform {platform}. SHA-256 of the archive: {about.Sha256}.</description>
                <tags>go golang toolchain</tags>
              </metadata>
            </package>

            """;

    private const string ContentTypes = """
        <?xml version="1.0" encoding="utf-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
          <Default Extension="nuspec" ContentType="application/octet" />
          <Default Extension="json" ContentType="application/octet" />
          <Default Extension="bin" ContentType="application/octet" />
          <Default Extension="gz" ContentType="application/octet" />
          <Default Extension="zip" ContentType="application/octet" />
        </Types>

        """;

    private const string Relationships = """
        <?xml version="1.0" encoding="utf-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/NUSPEC" Id="R1" />
        </Relationships>

        """;
}
