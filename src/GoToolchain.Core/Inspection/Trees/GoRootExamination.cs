using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>
/// Examines every part of a GOROOT that the rules for its version name: some two thousand questions to the file system and a few small reads.
/// No process is started, nothing is read wholly, nothing is written, and nothing is opened that could make it wait.
/// </summary>
internal static class GoRootExamination
{
    /// <summary>Examines a GOROOT.</summary>
    /// <param name="root">A directory: absolute.</param>
    /// <param name="host">The platform on which it has to run.</param>
    /// <param name="threads">On how many threads: 1 is this one.</param>
    public static GoRootCondition Examine(string root, GoPlatform host, int threads = 4)
    {
        var platforms = FindPlatforms(root);
        var platform = PlatformOf(root, platforms, host);
        var tree = new ExaminedTree(root, platform);
        ExaminePlatforms(tree, platforms, host);

        var programs = TreePrograms.Of(tree);
        var versions = new TreeVersions(
            tree.Try(GoRootArea.Version, "VERSION", GoRootHarm.Slight, () => VersionFile.Read(root, out _)),
            programs.Find("bin/go" + platform.ExecutableSuffix)?.Version,
            MostCommon(programs.Tools),
            SourceVersion.Read(root)
        );
        new ProgramExamination(tree, programs, versions.Tree).Run();
        new PartExamination(tree, versions.Tree).Run();
        new DefaultsExamination(tree, versions.Tree).Run();
        new VersionExamination(tree, versions).Run();
        if (versions.Library is { Major: "1" } library && GoLines.MinorOf(library) is not null)
        {
            new LibraryExamination(tree, library).Run(threads);
            new ArchiveExamination(tree, library).Run();
        }

        return new GoRootCondition(root, platform, versions, tree.Findings);
    }

    private static List<GoPlatform> FindPlatforms(string root)
    {
        try
        {
            return ToolDirectory.Find(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The look at the tools says so again, with the path.
            return [];
        }
    }

    // Of several, the one that bin/go is for.
    private static GoPlatform PlatformOf(string root, List<GoPlatform> platforms, GoPlatform host)
    {
        if (platforms.Count <= 1)
        {
            return platforms.Count == 1 ? platforms[0] : host;
        }

        try
        {
            var header = GoBinary.Look(root).Header;
            return platforms.Find(p => p == host && header.Fits(p)) ?? platforms.Find(header.Fits) ?? host;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return platforms.Contains(host) ? host : platforms[0];
        }
    }

    private static void ExaminePlatforms(ExaminedTree tree, List<GoPlatform> platforms, GoPlatform host)
    {
        foreach (var other in platforms.Where(p => p != tree.Platform))
        {
            var path = $"pkg/tool/{other.Os}_{other.Arch}";
            var sentence = $"{path} holds tools for {other}, but the tree is for {tree.Platform}: one tree was unpacked over another.";
            tree.Add(GoRootArea.Platform, GoRootFindingKind.ForeignPlatform, path, sentence, GoRootHarm.Slight);
        }

        if (tree.Platform != host)
        {
            var sentence = $"This Go is for {tree.Platform}, and this machine is {host}: it cannot run here.";
            tree.Add(GoRootArea.Platform, GoRootFindingKind.ForeignPlatform, "", sentence, GoRootHarm.Everything);
        }
    }

    private static GoVersion? MostCommon(IEnumerable<TreeProgram> tools) =>
        tools.Where(t => t.Version is not null && !IsBuilder(t.Path)).GroupBy(t => t.Version!).MaxBy(g => g.Count())?.Key;

    /// <summary>cmd/dist is built by the Go that builds Go (make.bash), so that its version says nothing.</summary>
    /// <param name="path">A tool: relative.</param>
    public static bool IsBuilder(string path) => System.IO.Path.GetFileNameWithoutExtension(path) == "dist";
}
