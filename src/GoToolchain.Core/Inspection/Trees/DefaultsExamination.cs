using System.Text;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Examines the content of go.env, which holds Go's defaults for GOPROXY, GOSUMDB and GOTOOLCHAIN from Go 1.21 on.</summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="version">The version of the tree; null: not known.</param>
internal sealed class DefaultsExamination(ExaminedTree tree, GoVersion? version)
{
    private const string Name = "go.env";

    // The real one has 505; distributions add lines.
    private const int MostBytes = 64 * 1024;

    private static readonly string[] s_variables = ["GOPROXY", "GOSUMDB", "GOTOOLCHAIN"];

    /// <summary>Does it. That the file is missing or empty is not its question.</summary>
    public void Run()
    {
        if (GoLines.MinorOf(version) is >= 21)
        {
            _ = tree.Try(GoRootArea.Defaults, Name, GoRootHarm.Part, Examine);
        }
    }

    private bool Examine()
    {
        var facts = FileFacts.Of(tree[Name]);
        if (facts is { Kind: FileKind.File, Length: > 0 } && ProblemOf(facts) is { } problem)
        {
            tree.Add(GoRootArea.Defaults, GoRootFindingKind.Damaged, Name, $"go.env is damaged: {problem}.", GoRootHarm.Part);
        }

        return true;
    }

    private string? ProblemOf(FileFacts facts)
    {
        if (facts.Length > MostBytes)
        {
            return $"it has {facts.Length} bytes";
        }

        var content = FileHead.Read(tree[Name], new byte[MostBytes]);
        if (content.Contains((byte)0))
        {
            return "it holds bytes that are no text";
        }

        // As cmd/go/internal/cfg reads it: NAME=VALUE, and what begins otherwise is passed over.
        var names = Encoding
            .UTF8.GetString(content)
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(p => p.Length == 2)
            .Select(p => p[0].Trim());
        return s_variables.Except(names, StringComparer.Ordinal).ToList() is { Count: 3 }
            ? $"it sets none of {string.Join(", ", s_variables)}"
            : null;
    }
}
