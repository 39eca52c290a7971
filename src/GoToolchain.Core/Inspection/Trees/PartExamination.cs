using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Examines what the rules say about files and directories that are no programs: there, of the right type, not empty, of this version.</summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="version">The version of the tree; null: not known.</param>
internal sealed class PartExamination(ExaminedTree tree, GoVersion? version)
{
    private readonly int? _minor = GoLines.MinorOf(version);

    /// <summary>Does it.</summary>
    public void Run()
    {
        foreach (var rule in GoRootRules.All.Where(r => AreaOf(r.Kind) is not null))
        {
            var isRequired = rule.IsRequired(_minor);
            if (!isRequired && rule.IsTolerated(_minor))
            {
                continue;
            }

            var path = rule.PathFor(tree.Platform);
            if (tree.Look(AreaOf(rule.Kind)!.Value, path, rule.Harm) is not { } facts)
            {
                continue;
            }

            if (isRequired)
            {
                Require(rule, path, facts);
            }
            else if (facts.Kind is FileKind.File or FileKind.Directory)
            {
                var sentence = $"{path} comes with Go {rule.Lines} only, and the tree is Go {version}: another version left it there.";
                tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Leftover, path, sentence, GoRootHarm.Slight);
            }
        }
    }

    // The missing packages of the library are named by its own examination; the two files have examinations of their own.
    private static GoRootArea? AreaOf(GoRootPartKind kind) =>
        kind switch
        {
            GoRootPartKind.Header => GoRootArea.Headers,
            GoRootPartKind.SourceDirectory or GoRootPartKind.SourceFile => GoRootArea.Library,
            GoRootPartKind.DataFile or GoRootPartKind.ExtraFile or GoRootPartKind.ExtraDirectory => GoRootArea.Data,
            GoRootPartKind.DefaultsFile => GoRootArea.Defaults,
            _ => null,
        };

    private void Require(GoRootRule rule, string path, FileFacts facts)
    {
        var isDirectory = rule.Kind is GoRootPartKind.SourceDirectory or GoRootPartKind.ExtraDirectory;
        (GoRootFindingKind Kind, string What)? problem = facts switch
        {
            { Kind: FileKind.Missing } => (GoRootFindingKind.Missing, "is missing"),
            { Kind: FileKind.DanglingLink } => (GoRootFindingKind.DanglingLink, "is a link that leads nowhere"),
            { Kind: FileKind.Directory } when !isDirectory => (GoRootFindingKind.WrongType, "is a directory, not a file"),
            { Kind: FileKind.File } when isDirectory => (GoRootFindingKind.WrongType, "is not a directory"),
            { Kind: FileKind.File, Length: 0 } => (GoRootFindingKind.Empty, "is empty or not a regular file"),
            _ => null,
        };
        if (problem is { } found)
        {
            tree.Add(AreaOf(rule.Kind)!.Value, found.Kind, path, $"{path} {found.What}: {rule.Loss}.", rule.Harm);
        }
    }
}
