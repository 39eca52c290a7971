namespace GoToolchain.MSBuild.Diagnostics;

/// <summary>Where a build runs, for whoever explains what it says.</summary>
/// <param name="Directory">Where <c>go</c> ran, and so where relative paths start: absolute.</param>
/// <param name="ModuleFile">The go.mod of the module, or the project where there is none: absolute. What has no place of its own is shown there.</param>
/// <param name="GoRoot">The GOROOT: absolute.</param>
internal sealed record GoBuildSite(string Directory, string ModuleFile, string GoRoot)
{
    /// <summary>The directory of the module.</summary>
    public string ModuleDirectory => Path.GetDirectoryName(ModuleFile)!;

    /// <summary>A path that go printed, as an absolute one.</summary>
    public string Resolve(string path) => Resolve(Directory, path);

    /// <summary>A path as an absolute one; no text is a wrong one, though there may be no such file.</summary>
    public static string Resolve(string directory, string path) => Path.GetFullPath(Path.Combine(directory, path.Replace('\0', '\uFFFD')));

    /// <summary>Whether a file belongs to Go itself.</summary>
    public bool IsOfGo(string file) => file.StartsWith(GoRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
