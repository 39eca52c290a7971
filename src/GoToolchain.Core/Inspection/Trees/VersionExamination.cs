using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Examines VERSION, and compares what the parts of a GOROOT say about their version.</summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="versions">What they say.</param>
internal sealed class VersionExamination(ExaminedTree tree, TreeVersions versions)
{
    // The real one has two lines; a development tree's is below 100 bytes.
    private const int MostBytes = 4096;

    /// <summary>Does it.</summary>
    public void Run()
    {
        _ = tree.Try(GoRootArea.Version, "VERSION", GoRootHarm.Slight, ExamineFile);
        CompareCommand();
        CompareSources();
    }

    private bool ExamineFile()
    {
        var version = VersionFile.Read(tree.Root, out var problem);
        if (version is null)
        {
            // Trees of Go's development have none, and some distributions leave it out: everything works.
            var isMissing = FileFacts.Of(tree["VERSION"]).Kind == FileKind.Missing;
            if (!isMissing || versions.Tree is not { IsDevel: true })
            {
                Add($"{Capital(problem)}, so that nothing can tell its version without running it.", GoRootHarm.Slight);
            }
        }
        else if (FileFacts.Of(tree["VERSION"]).Length > MostBytes)
        {
            Add("VERSION has more bytes than two lines have: it is not the file that Go comes with.", GoRootHarm.Slight);
        }
        else if (versions.Tree is { } real && !TreeVersions.Agree(version, real))
        {
            Add($"VERSION says Go {version}, but the programs and sources are of Go {real}.", GoRootHarm.Part);
        }

        return true;
    }

    private void CompareCommand()
    {
        if (versions is { Command: { } command, Tree: { } real } && !TreeVersions.Agree(command, real))
        {
            var sentence = $"bin/go is of Go {command}, but the tools and sources beside it are of Go {real}: nothing can be compiled.";
            tree.Add(
                GoRootArea.Agreement,
                GoRootFindingKind.ForeignVersion,
                "bin/go" + tree.Platform.ExecutableSuffix,
                sentence,
                GoRootHarm.Everything
            );
        }
    }

    private void CompareSources()
    {
        if (versions is { Sources: { } sources, Tree: { } real } && !TreeVersions.Agree(sources, real))
        {
            var sentence =
                $"The standard library in src is of Go {sources}, but the programs are of Go {real}: one cannot compile the other.";
            tree.Add(GoRootArea.Agreement, GoRootFindingKind.ForeignVersion, "src", sentence, GoRootHarm.Everything);
        }
    }

    private void Add(string sentence, GoRootHarm harm) =>
        tree.Add(GoRootArea.Version, GoRootFindingKind.VersionFile, "VERSION", sentence, harm);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
