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
            // What is not of the release was built by the user, or left there by another one: its version tells.
            var rule = rules[program.Path].FirstOrDefault(r => r.IsTolerated(_minor));
            if (Examine(program, rule) && rule is null && program.Version is null)
            {
                var sentence = $"{program.Path} does not belong to {Name(version)}: another version left it there.";
                tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Leftover, program.Path, sentence, GoRootHarm.Slight);
            }
        }
    }

    // False: it is no program of this tree.
    private bool Examine(TreeProgram program, GoRootRule? rule)
    {
        var (loss, harm) = rule is null ? ("it does not work", GoRootHarm.Slight) : (rule.Loss, rule.Harm);
        if (program.Facts is not { } facts || ProblemOf(program.Path, facts) is { } problem && Add(problem.Kind, problem.Sentence))
        {
            return false;
        }

        if (program.Binary is not { } binary)
        {
            return false;
        }

        if (binary.Verdict is GoBinaryVerdict.Damaged or GoBinaryVerdict.NotExecutable)
        {
            _ =
                binary.Header.Format == ExecutableFormat.Script
                    ? Add(GoRootFindingKind.WrongType, "is a script, not Go's own program")
                    : Add(GoRootFindingKind.Damaged, $"is damaged: {binary.Reason}");
            return false;
        }

        if (!binary.Header.Fits(tree.Platform))
        {
            var sentence =
                $"{program.Path} is a program for {binary.Header.Arch ?? "another machine"} ({binary.Header.Format}), but the tree is for {tree.Platform}: {loss}.";
            tree.Add(GoRootArea.Platform, GoRootFindingKind.ForeignPlatform, program.Path, sentence, harm);
            return false;
        }

        if (!facts.IsExecutable)
        {
            Add(GoRootFindingKind.NotExecutable, "has lost its permission to be executed");
        }

        if (program.Version is { } own && version is not null && !TreeVersions.Agree(own, version) && !IsJudgedElsewhere(program.Path))
        {
            var sentence = $"{program.Path} is of {Name(own)}, but the tree is {Name(version)}: {loss}.";
            tree.Add(GoRootArea.Agreement, GoRootFindingKind.ForeignVersion, program.Path, sentence, harm);
        }

        return true;

        bool Add(GoRootFindingKind kind, string what)
        {
            tree.Add(AreaOf(program.Path), kind, program.Path, $"{program.Path} {what}: {loss}.", harm);
            return true;
        }
    }

    private static (GoRootFindingKind Kind, string Sentence)? ProblemOf(string path, FileFacts facts) =>
        facts switch
        {
            { Kind: FileKind.DanglingLink } => (GoRootFindingKind.DanglingLink, "is a link that leads nowhere"),
            { Kind: FileKind.Directory } => (GoRootFindingKind.WrongType, "is a directory, not a program"),
            { Length: 0 } => (GoRootFindingKind.Empty, "is empty or not a regular file"),
            _ => null,
        };

    // The version of bin/go is compared with that of all other parts together.
    private static bool IsJudgedElsewhere(string path) => path is "bin/go" or "bin/go.exe" || GoRootExamination.IsBuilder(path);

    private static GoRootArea AreaOf(string path) =>
        path.StartsWith("bin/", StringComparison.Ordinal) ? GoRootArea.Commands : GoRootArea.Tools;

    private static string Name(GoVersion? version) => version is null ? "this tree" : $"Go {version}";
}
