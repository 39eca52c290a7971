using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>The names in a directory as a build saw them: a new file is in no list of old files.</summary>
/// <param name="Directory">Absolute.</param>
/// <param name="Kind">Which names count.</param>
/// <param name="Digest">Of the names.</param>
internal readonly record struct InputListing(string Directory, ListingKind Kind, string Digest)
{
    // What go/build takes notice of (src/go/build/build.go, matchFile and its callers).
    private static readonly HashSet<string> s_sources = new(StringComparer.Ordinal)
    {
        ".go",
        ".c",
        ".cc",
        ".cpp",
        ".cxx",
        ".m",
        ".h",
        ".hh",
        ".hpp",
        ".hxx",
        ".f",
        ".F",
        ".for",
        ".f90",
        ".s",
        ".S",
        ".sx",
        ".swig",
        ".swigcxx",
        ".syso",
    };

    public static InputListing Read(string directory, ListingKind kind)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            return new InputListing(directory, kind, "absent");
        }

        if (kind == ListingKind.Change)
        {
            var changed = System.IO.Directory.GetLastWriteTimeUtc(directory).Ticks;
            return new InputListing(directory, kind, changed.ToString(CultureInfo.InvariantCulture));
        }

        var names =
            kind == ListingKind.Sources
                ? System.IO.Directory.EnumerateFiles(directory).Select(f => Path.GetFileName(f)).Where(IsSource)
                : System
                    .IO.Directory.EnumerateFileSystemEntries(
                        directory,
                        "*",
                        kind == ListingKind.AllBelow ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly
                    )
                    .Select(f => Path.GetRelativePath(directory, f));
        var text = string.Join('\0', names.Order(StringComparer.Ordinal));
        return new InputListing(directory, kind, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    public bool IsUnchanged => Read(Directory, Kind) == this;

    // Tests are not part of the program.
    private static bool IsSource(string name) =>
        s_sources.Contains(Path.GetExtension(name)) && !name.EndsWith("_test.go", StringComparison.Ordinal);
}
