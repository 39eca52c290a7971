using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Packing;

/// <summary>Where NuGet's pack puts a file that a project adds to its package (NuGet.Build.Tasks.Pack, PackTaskLogic).</summary>
internal static class PackageFilePath
{
    // MSBuild's own, not metadata that a project sets.
    private const string FullPath = nameof(FullPath);

    /// <summary>The file itself: absolute.</summary>
    public static string OnDisk(ITaskItem file) => file.GetMetadata(FullPath);

    /// <summary>The places of a file: relative, with slashes; none when the project leaves them to NuGet, which puts it with the content.</summary>
    public static IEnumerable<string> Of(ITaskItem file)
    {
        var name = Path.GetFileName(file.ItemSpec);
        foreach (var given in file.List("PackagePath"))
        {
            var path = given.Replace('\\', '/');
            // A path with the extension of the file is that of the file; any other is that of its directory.
            var isFile = !path.EndsWith('/') && Path.GetExtension(path).Equals(Path.GetExtension(name), StringComparison.OrdinalIgnoreCase);
            yield return (isFile ? path : $"{path.TrimEnd('/')}/{name}").TrimStart('/');
        }
    }
}
