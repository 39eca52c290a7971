using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Examines the programs of a GOROOT: are they there, whole, executable, for this platform and of this version?</summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="programs">Its programs.</param>
/// <param name="version">The version of the tree; null: not known.</param>
internal sealed class ProgramExamination(ExaminedTree tree, TreePrograms programs, GoVersion? version)
{
    private readonly int? _minor = GoLines.MinorOf(version);

    /// <summary>Does it.</summary>
    public void Run()
    {
        var rules = GoRootRules
            .All.Where(r => r.Kind is GoRootPartKind.Command or GoRootPartKind.Tool)
            .ToLookup(r => r.PathFor(tree.Platform), StringComparer.Ordinal);
        foreach (var path in rules.Where(g => programs.Find(g.Key) is null))
        {
            if (path.FirstOrDefault(r => r.IsRequired(_minor)) is { } missed)
            {
                tree.Add(AreaOf(path.Key), GoRootFindingKind.Missing, path.Key, $"{path.Key} is missing: {missed.Loss}.", missed.Harm);
            }
        }

        foreach (var program in programs.All.Where(p => rules.Contains(p.Path)))
        {
            Examine(program, rules[program.Path].FirstOrDefault(r => r.IsTolerated(_minor)));
        }
    }

    private void Examine(TreeProgram program, GoRootRule? rule)
    {
        var (path, loss, harm) = (program.Path, rule?.Loss ?? "another version left it there", rule?.Harm ?? GoRootHarm.Slight);
        if (program.Facts is not { } facts)
        {
            // It has become a finding when it was looked at.
        }
        else if (ProblemOf(program, facts) is var (kind, what))
        {
            tree.Add(AreaOf(path), kind, path, $"{path} {what}: {loss}.", harm);
        }
        else if (program.Binary is { } binary && !binary.Header.Fits(tree.Platform))
        {
            var machine = $"{binary.Header.Arch ?? "another machine"} ({binary.Header.Format})";
            var sentence = $"{path} is a program for {machine}, but the tree is for {tree.Platform}: {loss}.";
            tree.Add(GoRootArea.Platform, GoRootFindingKind.ForeignPlatform, path, sentence, harm);
        }
        else if (program.Version is { } own)
        {
            CompareVersion(path, own, loss, harm);
        }
        else if (rule is null)
        {
            // With a version it would tell whether the user built it.
            var sentence = $"{path} does not belong to {Name(version)}: another version left it there.";
            tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Leftover, path, sentence, GoRootHarm.Slight);
        }
    }

    private void CompareVersion(string path, GoVersion own, string loss, GoRootHarm harm)
    {
        if (version is not null && !TreeVersions.Agree(own, version) && !IsJudgedElsewhere(path))
        {
            var sentence = $"{path} is of {Name(own)}, but the tree is {Name(version)}: {loss}.";
            tree.Add(GoRootArea.Agreement, GoRootFindingKind.ForeignVersion, path, sentence, harm);
        }
    }

    private (GoRootFindingKind Kind, string What)? ProblemOf(TreeProgram program, FileFacts facts) =>
        (facts, program.Binary?.Verdict) switch
        {
            ({ Kind: FileKind.DanglingLink }, _) => (GoRootFindingKind.DanglingLink, "is a link that leads nowhere"),
            ({ Kind: FileKind.Directory }, _) => (GoRootFindingKind.WrongType, "is a directory, not a program"),
            ({ Length: 0 }, _) => (GoRootFindingKind.Empty, "is empty or not a regular file"),
            (_, GoBinaryVerdict.NotExecutable) when IsScript(program.Path) => (
                GoRootFindingKind.WrongType,
                "is a script, not Go's own program"
            ),
            (_, GoBinaryVerdict.NotExecutable or GoBinaryVerdict.Damaged) => (
                GoRootFindingKind.Damaged,
                $"is damaged: {program.Binary!.Value.Reason}"
            ),
            ({ IsExecutable: false }, not null) => (GoRootFindingKind.NotExecutable, "has lost its permission to be executed"),
            _ => null,
        };

    private bool IsScript(string path) =>
        ExecutableHeader.Parse(FileHead.Read(tree[path], stackalloc byte[ExecutableHeader.Size])).Format == ExecutableFormat.Script;

    // The version of bin/go is compared with that of all other parts together.
    private static bool IsJudgedElsewhere(string path) => path is "bin/go" or "bin/go.exe" || GoRootExamination.IsBuilder(path);

    private static GoRootArea AreaOf(string path) =>
        path.StartsWith("bin/", StringComparison.Ordinal) ? GoRootArea.Commands : GoRootArea.Tools;

    private static string Name(GoVersion? version) => version is null ? "this tree" : $"Go {version}";
}
