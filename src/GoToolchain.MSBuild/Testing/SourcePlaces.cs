using System.Text;
using System.Text.RegularExpressions;
using GoToolchain.Inspection;

namespace GoToolchain.MSBuild.Testing;

/// <summary>Finds the files that messages of tests name: Go prints only the last part of their paths.</summary>
/// <param name="directories">The directory of each package: absolute.</param>
/// <param name="otherwise">What stands for everything that cannot be found: absolute.</param>
internal sealed class SourcePlaces(IReadOnlyDictionary<string, string> directories, string otherwise)
{
    private const long MostBytes = 16 << 20;

    /// <summary>Where a line of a file is.</summary>
    /// <param name="package">The import path of the package that names it.</param>
    /// <param name="file">As it is named.</param>
    /// <param name="line">From 1.</param>
    public (string File, int Line)? Find(string package, string file, int line)
    {
        if (Path.IsPathFullyQualified(file) && File.Exists(file))
        {
            return (Path.GetFullPath(file), line);
        }

        var inPackage = directories.TryGetValue(package, out var directory) ? Path.Combine(directory, file.Split('/', '\\')[^1]) : null;
        return File.Exists(inPackage) ? (inPackage, line) : null;
    }

    /// <summary>Where a test function begins, for tests that do not say where they failed.</summary>
    public (string File, int Line) OfFunction(string package, string function)
    {
        // A name comes from a program, so it may be anything.
        var declaration = new Regex($@"^func {Regex.Escape(function)}\s*[(\[]", RegexOptions.CultureInvariant);
        foreach (var file in directories.TryGetValue(package, out var directory) ? TestFiles(directory) : [])
        {
            var line = File.ReadLines(file, Encoding.UTF8).TakeWhile(l => !declaration.IsMatch(l)).Count() + 1;
            if (declaration.IsMatch(File.ReadLines(file, Encoding.UTF8).ElementAtOrDefault(line - 1) ?? ""))
            {
                return (file, line);
            }
        }

        return OfPackage(package);
    }

    /// <summary>A file that stands for a package.</summary>
    public (string File, int Line) OfPackage(string package) =>
        directories.TryGetValue(package, out var directory) && TestFiles(directory).FirstOrDefault() is { } first
            ? (first, 0)
            : (otherwise, 0);

    private static IEnumerable<string> TestFiles(string directory) =>
        Directory.Exists(directory)
            ? Directory
                .EnumerateFiles(directory, "*_test.go")
                .Where(f => FileFacts.Of(f) is { Kind: FileKind.File, Length: > 0 and <= MostBytes })
                .Order(StringComparer.Ordinal)
            : [];
}
