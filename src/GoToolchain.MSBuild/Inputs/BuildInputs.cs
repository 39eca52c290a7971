namespace GoToolchain.MSBuild.Inputs;

/// <summary>All files and directories that a program was made from and that can change.</summary>
/// <param name="Files">The files, and those that were looked for.</param>
/// <param name="Listings">The directories.</param>
internal sealed record BuildInputs(IReadOnlyList<InputFile> Files, IReadOnlyList<InputListing> Listings)
{
    /// <summary>When the newest of the files was last written.</summary>
    public DateTimeOffset NewestWrite => new(Files.Max(f => f.Ticks), TimeSpan.Zero);

    /// <summary>Looks at everything now.</summary>
    public static BuildInputs Collect(IEnumerable<GoPackage> packages, string directory, HostMachine host)
    {
        var files = new SortedSet<string>(ModuleFiles.Candidates(directory, host), StringComparer.Ordinal);
        var listings = new HashSet<(string Directory, ListingKind Kind)>();
        foreach (var package in packages.Where(p => p.CanChange))
        {
            files.UnionWith(package.Files);
            if (package.Module is { } module && (module.Replace ?? module).GoMod is { Length: > 0 } goMod)
            {
                files.UnionWith(ModuleFiles.Beside(goMod));
            }

            listings.UnionWith(Wanted(package));
        }

        return new BuildInputs([.. files.Select(InputFile.Read)], [.. listings.Select(l => InputListing.Read(l.Directory, l.Kind))]);
    }

    private static IEnumerable<(string Directory, ListingKind Kind)> Wanted(GoPackage package)
    {
        yield return (package.Dir, package.EmbedPatterns.Count > 0 ? ListingKind.All : ListingKind.Sources);

        // A new file in an embedded directory, however deep, belongs to the program.
        foreach (var top in package.EmbedFiles.Select(f => f.Split('/')).Where(f => f.Length > 1).Select(f => f[0]).Distinct())
        {
            yield return (Path.Combine(package.Dir, top), ListingKind.AllBelow);
        }
    }
}
