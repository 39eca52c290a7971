using System.Text.RegularExpressions;

namespace GoToolchain.Sources.Apt;

/// <summary>A Go in the distribution's archive: one package with the programs, and one with the sources.</summary>
/// <param name="Version">The Go version.</param>
/// <param name="Programs"><c>golang-1.N-go</c>.</param>
/// <param name="Sources"><c>golang-1.N-src</c>.</param>
internal sealed partial record AptGo(GoVersion Version, AptPackage Programs, AptPackage Sources)
{
    /// <summary>The directory below <c>usr/lib</c> and <c>usr/share</c>: <c>go-1.22</c>.</summary>
    public string DirectoryName => $"go-{Programs.Name["golang-".Length..^"-go".Length]}";

    /// <summary>Bytes to receive.</summary>
    public long Size => Programs.Size + Sources.Size;

    /// <summary>The name of a package with the programs or the sources of Go.</summary>
    [GeneratedRegex(@"^golang-[0-9]+\.[0-9]+-(go|src)$", RegexOptions.CultureInvariant)]
    public static partial Regex PackageName();

    /// <summary>
    /// Puts programs and sources together. Of several builds of one Go version the first counts, which is apt's newest.
    /// </summary>
    /// <param name="packages">Packages in apt's order: newest first within a name.</param>
    /// <param name="architecture">dpkg's name of the architecture.</param>
    public static IReadOnlyList<AptGo> Match(IReadOnlyList<AptPackage> packages, string architecture)
    {
        var found = new List<AptGo>();
        foreach (var programs in packages.Where(p => p.Architecture == architecture && p.Name.EndsWith("-go", StringComparison.Ordinal)))
        {
            var sourcesName = programs.Name[..^"go".Length] + "src";
            var sources = packages.FirstOrDefault(p => p.Name == sourcesName && p.Version == programs.SourceVersion);
            var version = DebianVersion.ToGo(programs.SourceVersion);
            if (sources is not null && version is not null && found.All(f => f.Version != version))
            {
                found.Add(new AptGo(version, programs, sources));
            }
        }

        return found;
    }
}
