using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>
/// Examines the compiled standard library in <c>pkg/GOOS_GOARCH</c>, which releases up to Go 1.19 come with. One that is missing or empty is
/// compiled again; one that is cut short crashes the compiler. From Go 1.20 on they are not used (https://go.dev/doc/go1.20#go-command).
/// </summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="version">The version of the tree.</param>
internal sealed class ArchiveExamination(ExaminedTree tree, GoVersion version)
{
    private readonly string _directory = $"pkg/{tree.Platform.Os}_{tree.Platform.Arch}";

    /// <summary>Does it.</summary>
    public void Run()
    {
        if (tree.Look(GoRootArea.Library, _directory, GoRootHarm.Slight) is not { Kind: FileKind.Directory })
        {
            return;
        }

        if (GoLines.MinorOf(version) is <= 19)
        {
            foreach (var package in StandardLibrary.Instance.Packages.Where(p => p.Package!.Trees.Has(0)))
            {
                Examine($"{_directory}/{package.Path}.a");
            }
        }
        else
        {
            ExamineLeftover($"{_directory}/runtime.a");
        }
    }

    private void Examine(string path)
    {
        if (tree.Look(GoRootArea.Library, path, GoRootHarm.Part) is not { Kind: FileKind.File, Length: > 0 })
        {
            return;
        }

        var archive = tree.Try<GoArchive?>(GoRootArea.Library, path, GoRootHarm.Part, () => GoArchive.Read(tree[path]));
        if (archive is { Problem: { } problem })
        {
            var sentence = $"{path} is damaged: {problem}, so that the compiler crashes on programs that need the package.";
            tree.Add(GoRootArea.Library, GoRootFindingKind.Damaged, path, sentence, GoRootHarm.Part);
        }
        else if (archive is { Version: { } own } && !TreeVersions.Agree(own, version))
        {
            var sentence =
                $"{path} was compiled by Go {own}, but the tree is Go {version}: the package is compiled anew for every build cache.";
            tree.Add(GoRootArea.Leftovers, GoRootFindingKind.ForeignVersion, path, sentence, GoRootHarm.Slight);
        }
    }

    // GODEBUG=installgoroot=all makes archives still: then they are of this version.
    private void ExamineLeftover(string path)
    {
        if (
            tree.Look(GoRootArea.Leftovers, path, GoRootHarm.Slight) is { Kind: FileKind.File, Length: > 0 }
            && tree.Try<GoArchive?>(GoRootArea.Leftovers, path, GoRootHarm.Slight, () => GoArchive.Read(tree[path])) is { Version: { } own }
            && !TreeVersions.Agree(own, version)
        )
        {
            var sentence =
                $"{_directory} holds packages that Go {own} compiled, and the tree is Go {version}: another version left them there.";
            tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Leftover, _directory, sentence, GoRootHarm.Slight);
        }
    }
}
