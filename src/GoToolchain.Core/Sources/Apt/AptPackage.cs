using System.Globalization;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Apt;

/// <summary>A package of the signed index.</summary>
/// <param name="Name">For example <c>golang-1.22-go</c>.</param>
/// <param name="Version">For example <c>1.22.12-3~bpo12+1</c>.</param>
/// <param name="SourceVersion">The version of the source package, which differs when only the binary was built again.</param>
/// <param name="Architecture">dpkg's name; <c>all</c> when it fits every machine.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Digest">SHA-256 of the file.</param>
internal sealed record AptPackage(string Name, string Version, string SourceVersion, string Architecture, long Size, Sha256Digest Digest)
{
    /// <summary>What apt takes to mean exactly this package.</summary>
    public string Reference => $"{Name}={Version}";

    /// <summary>The name that <c>apt-get download</c> gives to the file: a colon of the version is written as <c>%3a</c>.</summary>
    public string FileName => $"{Name}_{Version.Replace(":", "%3a", StringComparison.Ordinal)}_{Architecture}.deb";

    /// <summary>Reads what <c>apt-cache show</c> prints. Records that lack a field are left out.</summary>
    /// <param name="text">Its output.</param>
    public static IEnumerable<AptPackage> Parse(string text)
    {
        foreach (var fields in Deb822.Parse(text))
        {
            if (
                fields.TryGetValue("Package", out var name)
                && fields.TryGetValue("Version", out var version)
                && fields.TryGetValue("Architecture", out var architecture)
                && long.TryParse(fields.GetValueOrDefault("Size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && Sha256Digest.TryParse(fields.GetValueOrDefault("SHA256"), out var digest)
            )
            {
                // `Source: golang-1.19 (1.19.8-2)`: the version stands there only when it differs.
                var source = fields.GetValueOrDefault("Source", "");
                var open = source.IndexOf('(', StringComparison.Ordinal);
                var sourceVersion = open < 0 ? version : source[(open + 1)..].TrimEnd(' ', ')');
                yield return new AptPackage(name, version, sourceVersion, architecture, size, digest);
            }
        }
    }
}
