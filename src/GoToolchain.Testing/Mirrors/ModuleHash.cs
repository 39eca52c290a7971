using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Testing.Mirrors;

/// <summary>
/// The <c>h1:</c> hashes of go.sum (golang.org/x/mod/sumdb/dirhash). Written apart from the library's own: a double that shared its code would share its
/// mistakes.
/// </summary>
internal static class ModuleHash
{
    public static string OfZip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false));
        return Of(archive.Entries.Select(e => (e.FullName, Hash(e))));
    }

    public static string OfGoMod(string text) => Of([("go.mod", SHA256.HashData(Encoding.UTF8.GetBytes(text)))]);

    private static byte[] Hash(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return SHA256.HashData(content);
    }

    private static string Of(IEnumerable<(string Name, byte[] Hash)> files)
    {
        var lines = files
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => $"{Convert.ToHexString(f.Hash).ToLowerInvariant()}  {f.Name}\n");
        return "h1:" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
