using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Every program that is in <c>bin</c> and <c>pkg/tool</c> of a GOROOT, read once.</summary>
internal sealed class TreePrograms
{
    // A release has twenty.
    private const int MostTools = 64;

    private readonly Dictionary<string, TreeProgram> _programs = new(StringComparer.Ordinal);

    private TreePrograms(ExaminedTree tree)
    {
        foreach (var path in GoRootRules.All.Where(r => r.Kind == GoRootPartKind.Command).Select(r => r.PathFor(tree.Platform)))
        {
            Read(tree, GoRootArea.Commands, path);
        }

        var directory = $"pkg/tool/{tree.Platform.Os}_{tree.Platform.Arch}";
        foreach (var name in tree.Try(GoRootArea.Tools, directory, GoRootHarm.Everything, () => List(tree[directory])) ?? [])
        {
            Read(tree, GoRootArea.Tools, $"{directory}/{name}");
        }
    }

    /// <summary>All that are there.</summary>
    public IReadOnlyCollection<TreeProgram> All => _programs.Values;

    /// <summary>The tools.</summary>
    public IEnumerable<TreeProgram> Tools => All.Where(p => p.Path.StartsWith("pkg/", StringComparison.Ordinal));

    /// <summary>A program, or null when nothing has that name.</summary>
    /// <param name="path">Relative.</param>
    public TreeProgram? Find(string path) => _programs.GetValueOrDefault(path);

    /// <summary>Reads them. Those that this user may not read become findings.</summary>
    /// <param name="tree">The GOROOT.</param>
    public static TreePrograms Of(ExaminedTree tree) => new(tree);

    private static List<string> List(string directory) =>
        FileFacts.Of(directory).Kind == FileKind.Directory
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries(directory)
                    .Take(MostTools)
                    .Select(e => System.IO.Path.GetFileName(e))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private void Read(ExaminedTree tree, GoRootArea area, string path)
    {
        var facts = tree.Look(area, path, GoRootHarm.Part);
        if (facts is { Kind: FileKind.Missing })
        {
            return;
        }

        BinaryVersion? binary = facts is { Kind: FileKind.File, Length: > 0 }
            ? tree.Try<BinaryVersion?>(area, path, GoRootHarm.Part, () => GoBuildInfoReader.ReadVersion(tree[path]))
            : null;
        _programs[path] = new TreeProgram(path, facts, binary);
    }
}
