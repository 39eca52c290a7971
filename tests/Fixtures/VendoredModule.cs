using System.Text;
using System.Text.RegularExpressions;

namespace GoToolchain.Fixtures;

/// <summary>
/// A module of the distribution, laid out as <c>go mod vendor</c> would: itself, with its own <c>go.mod</c>, and in <c>vendor</c> those modules which
/// that requires and the distribution has, under the versions that are required. What it has not (that of tests) is listed without packages, as Go
/// lists what no package needs. The format of <c>vendor/modules.txt</c> is that of cmd/go/internal/modload/vendor.go.
/// </summary>
public sealed partial class VendoredModule
{
    private const string Sources = "usr/share/gocode/src";

    private VendoredModule(string directory, IReadOnlyDictionary<string, string> required)
    {
        Directory = directory;
        Required = required;
    }

    /// <summary>Where it is: absolute.</summary>
    public string Directory { get; }

    /// <summary>The modules that its <c>go.mod</c> requires, with their versions.</summary>
    public IReadOnlyDictionary<string, string> Required { get; }

    /// <summary>Copies a module.</summary>
    /// <param name="packages">See <see cref="DistributionGoSources.EnsureAsync"/>.</param>
    /// <param name="path">Its path.</param>
    /// <param name="directory">Where to: absolute, not there yet.</param>
    public static VendoredModule Copy(string packages, string path, string directory)
    {
        var sources = Path.Combine(packages, Sources);
        CopyTree(Path.Combine(sources, path), directory, _ => true, _ => true);
        var required = RequiredLines()
            .Matches(File.ReadAllText(Path.Combine(directory, "go.mod")))
            .ToDictionary(m => m.Groups["path"].Value, m => m.Groups["version"].Value, StringComparer.Ordinal);

        var vendor = Path.Combine(directory, "vendor");
        var list = new StringBuilder();
        foreach (var (module, version) in required.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            list.Append("# ").Append(module).Append(' ').Append(version).Append("\n## explicit");
            var source = Find(sources, module);
            list.Append(source is not null && LanguageVersion(source) is { } go ? "; go " + go : "").Append('\n');
            if (source is not null)
            {
                var target = Path.Combine(vendor, module);
                CopyTree(source, target, IsVendored, n => !n.EndsWith("_test.go", StringComparison.Ordinal) && n != "go.mod");
                list.AppendJoin("", PackagesIn(target).Select(p => $"{(p == "." ? module : $"{module}/{p}")}\n"));
            }
        }

        if (required.Count > 0)
        {
            System.IO.Directory.CreateDirectory(vendor);
            File.WriteAllText(Path.Combine(vendor, "modules.txt"), list.ToString());
        }

        return new VendoredModule(directory, required);
    }

    // The distribution keeps a later major version in the directory of the first, where there is but one.
    private static string? Find(string sources, string module) =>
        ((string[])[module, MajorVersion().Replace(module, "")])
            .Select(m => Path.Combine(sources, m))
            .FirstOrDefault(System.IO.Directory.Exists);

    private static string? LanguageVersion(string source)
    {
        var file = Path.Combine(source, "go.mod");
        return File.Exists(file) && LanguageLine().Match(File.ReadAllText(file)) is { Success: true } line
            ? line.Groups["version"].Value
            : null;
    }

    private static bool IsVendored(string directory) => directory is not ("testdata" or "vendor") && directory[0] is not ('_' or '.');

    private static IEnumerable<string> PackagesIn(string module) =>
        System
            .IO.Directory.EnumerateFiles(module, "*.go", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(module, Path.GetDirectoryName(f)!).Replace('\\', '/'))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static void CopyTree(string source, string target, Func<string, bool> wantsDirectory, Func<string, bool> wantsFile)
    {
        System.IO.Directory.CreateDirectory(target);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos().Where(e => e.LinkTarget is null))
        {
            var copy = Path.Combine(target, entry.Name);
            if (entry is FileInfo file && wantsFile(file.Name))
            {
                file.CopyTo(copy);
            }
            else if (entry is DirectoryInfo && wantsDirectory(entry.Name))
            {
                CopyTree(entry.FullName, copy, wantsDirectory, wantsFile);
            }
        }
    }

    // In a block or not: golang.org/x/mod v0.7.0 // indirect
    [GeneratedRegex(@"^(require)?[\t ]+(?<path>[a-z][^\s(]*)[\t ]+(?<version>v\d\S*)", RegexOptions.Multiline)]
    private static partial Regex RequiredLines();

    [GeneratedRegex(@"^go\s+(?<version>\d\S*)", RegexOptions.Multiline)]
    private static partial Regex LanguageLine();

    [GeneratedRegex(@"/v\d+$")]
    private static partial Regex MajorVersion();
}
