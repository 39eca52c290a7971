using System.Text;

namespace GoToolchain.MSBuild.Diagnostics.Places;

/// <summary>Finds the line on which a package of the module imports another: older versions of Go do not tell it.</summary>
internal static class ImportPlaces
{
    /// <summary>The import.</summary>
    /// <param name="site">The build.</param>
    /// <param name="importer">The package that imports.</param>
    /// <param name="imported">The package that is imported.</param>
    public static FilePlace? Find(GoBuildSite site, string importer, string imported)
    {
        var directory = DirectoryOf(site, importer);
        return directory is null ? null : SourceText.GoFiles(directory).Select(f => InFile(f, imported)).FirstOrDefault(p => p is not null);
    }

    /// <summary>The directory of a package of the main module, or null when it belongs to another.</summary>
    public static string? DirectoryOf(GoBuildSite site, string package)
    {
        var module = ModulePlaces.ModulePath(site.ModuleFile);
        return package == module ? site.ModuleDirectory
            : module is not null && package.StartsWith(module + "/", StringComparison.Ordinal)
                ? GoBuildSite.Resolve(site.ModuleDirectory, package[(module.Length + 1)..])
            : null;
    }

    private static FilePlace? InFile(string file, string imported)
    {
        var quoted = $"\"{imported}\"";
        if (SourceText.Find(file, l => IsImport(l, quoted)) is not { } place)
        {
            return null;
        }

        var line = SourceText.Lines(file)[place.Line - 1];
        var column = Encoding.UTF8.GetByteCount(line.AsSpan(0, line.IndexOf(quoted, StringComparison.Ordinal))) + 1;
        return place with { Column = column };
    }

    // In a block a line begins with the path, a name, a dot or an underscore.
    private static bool IsImport(string line, string quoted)
    {
        var at = line.IndexOf(quoted, StringComparison.Ordinal);
        return at >= 0
            && line[..at].Trim() is var before
            && (before.Length == 0 || before.All(c => c is '.' or '_' or ' ' || char.IsLetterOrDigit(c)));
    }
}
