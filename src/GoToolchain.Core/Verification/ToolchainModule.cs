using GoToolchain.Store;

namespace GoToolchain.Verification;

/// <summary>
/// The module <c>golang.org/toolchain</c>, as which Go serves its releases (cmd/go/internal/toolchain, cmd/distpack): the files of the archive
/// without four directories, and each <c>go.mod</c> under the name <c>_go.mod</c>, for a module may hold no <c>go.mod</c> of another one.
/// </summary>
internal static class ToolchainModule
{
    public const string Path = "golang.org/toolchain";
    public const string VersionPrefix = "v0.0.1-";

    private const string GoMod = "go.mod";
    private const string HiddenGoMod = "_go.mod";

    private static readonly string[] s_leftOut = ["api/", "doc/", "misc/", "test/"];

    /// <summary>For example <c>v0.0.1-go1.24.4.linux-amd64</c>.</summary>
    public static string VersionOf(GoVersion version, GoPlatform platform) =>
        $"{VersionPrefix}{version.ToolchainName}.{platform.ToFileName()}";

    /// <summary>A version of the module, read.</summary>
    /// <returns>Null when it is not that of a release.</returns>
    public static (GoVersion Version, GoPlatform Platform)? Parse(string moduleVersion)
    {
        var dot = moduleVersion.LastIndexOf('.');
        return
            moduleVersion.StartsWith(VersionPrefix, StringComparison.Ordinal)
            && dot > VersionPrefix.Length
            // Whoever builds a version of his own names it with more than that.
            && moduleVersion[..dot].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
            && !moduleVersion[VersionPrefix.Length..dot].Contains('-', StringComparison.Ordinal)
            && GoPlatform.TryParse(moduleVersion[(dot + 1)..], out var platform)
            && GoVersion.TryParse(moduleVersion[VersionPrefix.Length..dot], out var version)
            && VersionOf(version, platform) == moduleVersion
            ? (version, platform)
            : null;
    }

    /// <summary>A file of a GOROOT is part of the module.</summary>
    /// <param name="path">Below GOROOT, with <c>/</c>.</param>
    public static bool Holds(string path) => !Array.Exists(s_leftOut, part => path.StartsWith(part, StringComparison.Ordinal));

    /// <summary>The name in the module of a file of a GOROOT.</summary>
    /// <param name="path">Below GOROOT, with <c>/</c>.</param>
    public static string NameInModule(string path) => Rename(path, GoMod, HiddenGoMod);

    /// <summary>The name in a GOROOT of a file of the module.</summary>
    /// <param name="name">Below the module, with <c>/</c>.</param>
    /// <returns>Null when the module may hold no such file.</returns>
    public static string? NameInRoot(string name) => IsNamed(name, GoMod) || !Holds(name) ? null : Rename(name, HiddenGoMod, GoMod);

    /// <summary>The <c>h1:</c> hash of the module that holds just these files of a GOROOT.</summary>
    /// <param name="files">All files of the GOROOT that are part of the module.</param>
    /// <param name="moduleVersion">The version.</param>
    public static string HashOf(IEnumerable<ManifestEntry> files, string moduleVersion) =>
        DirectoryHash.Of(files.Select(f => ($"{Path}@{moduleVersion}/{NameInModule(f.Path)}", f.Digest)));

    /// <summary>A release sets the permission to execute by these rules (cmd/distpack/archive.go); a module has no permissions.</summary>
    /// <param name="path">Below GOROOT, with <c>/</c>.</param>
    public static bool IsExecutable(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return path.StartsWith("bin/", StringComparison.Ordinal)
            || path.StartsWith("pkg/tool/", StringComparison.Ordinal)
            || System.IO.Path.GetExtension(name) is ".bash" or ".sh" or ".pl" or ".rc"
            || (
                name.StartsWith("go_", StringComparison.Ordinal)
                && name.EndsWith("_exec", StringComparison.Ordinal)
                && name.Count(c => c == '_') >= 3
            );
    }

    private static bool IsNamed(string path, string name) =>
        path == name || (path.EndsWith(name, StringComparison.Ordinal) && path[^(name.Length + 1)] == '/');

    private static string Rename(string path, string from, string to) => IsNamed(path, from) ? path[..^from.Length] + to : path;
}
