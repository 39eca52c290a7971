using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GoToolchain.Inspection;

namespace GoToolchain.Store.Links;

/// <summary>
/// The stable links that lead into a store. A record is written before its link is made and says only where to look: what counts is where
/// the link leads.
/// </summary>
/// <param name="layout">The store.</param>
internal sealed class LinkRegistry(StoreLayout layout)
{
    private const int LargestRecord = 64 << 10;

    /// <summary>The name of the lock under which a link is changed.</summary>
    /// <param name="link">The link: absolute.</param>
    public static string LockName(string link) => "link-" + Key(link);

    /// <summary>Remembers a link. The caller holds the locks of the link and of the toolchain.</summary>
    /// <param name="link">The link: absolute.</param>
    /// <param name="toolchain">The toolchain that it is about to lead to.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Remember(string link, string toolchain)
    {
        Directory.CreateDirectory(layout.Links);
        var record = new LinkRecord { Path = link, Toolchain = toolchain };
        var content = JsonSerializer.SerializeToUtf8Bytes(record, LinkRecordContext.Default.LinkRecord);
        StoreFile.Write(layout, toolchain, Path.Combine(layout.Links, Key(link) + ".json"), content);
    }

    /// <summary>Forgets a link that is gone.</summary>
    /// <param name="link">The link: absolute.</param>
    public void Forget(string link) => File.Delete(Path.Combine(layout.Links, Key(link) + ".json"));

    /// <summary>Every link that is remembered, gone ones too. A record that cannot be read is left out.</summary>
    public IReadOnlyList<LinkRecord> All()
    {
        try
        {
            return Directory.Exists(layout.Links)
                ? [.. Directory.EnumerateFiles(layout.Links, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<LinkRecord>()]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Links);
        }
    }

    /// <summary>The links that lead to a toolchain, or may do so: one whose directory cannot be looked at is taken at the word of its record.</summary>
    /// <param name="toolchain">The name of the toolchain.</param>
    public IReadOnlyList<string> LeadingTo(string toolchain) =>
        [.. All().Where(r => (ToolchainOf(r.Path) ?? (IsOutOfSight(r.Path) ? r.Toolchain : null)) == toolchain).Select(r => r.Path)];

    /// <summary>The toolchain of this store that a link leads to, or into; null when it is no link, or leads elsewhere.</summary>
    /// <param name="link">Absolute.</param>
    public string? ToolchainOf(string link)
    {
        try
        {
            if (new FileInfo(link).LinkTarget is not { } target)
            {
                return null;
            }

            target = Path.GetFullPath(target, Path.GetDirectoryName(link)!);
            return Below(target, layout.Toolchains) ?? Below(Resolved(link), Resolved(layout.Toolchains));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // An unmounted home, or one of another user: the link may well be there.
    private static bool IsOutOfSight(string link)
    {
        try
        {
            return FileFacts.Of(link).Kind == FileKind.Missing && !Directory.Exists(Path.GetDirectoryName(link));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static string? Below(string? path, string? directory) =>
        path is not null && directory is not null && path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path[(directory.Length + 1)..].Split(Path.DirectorySeparatorChar)[0]
            : null;

    private static string? Resolved(string path) => new Locating.LinkResolver().Resolve(path);

    private static LinkRecord? Read(string file)
    {
        if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 and <= LargestRecord })
        {
            return null;
        }

        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(file), LinkRecordContext.Default.LinkRecord);
            return record is { SchemaVersion: 1 } && Path.IsPathFullyQualified(record.Path) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Key(string link) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(link)))[..16];
}
