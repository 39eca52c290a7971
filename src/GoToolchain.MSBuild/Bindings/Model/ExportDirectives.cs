using GoToolchain.MSBuild.Bindings.GoSources;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>What the directives of an export say.</summary>
internal sealed class ExportDirectives
{
    // The number of words that each takes.
    private static readonly Dictionary<string, int> s_known = new(StringComparer.Ordinal)
    {
        ["name"] = 1,
        ["ignore"] = 0,
        ["string"] = 2,
        ["slice"] = 2,
        ["in"] = 1,
        ["inout"] = 1,
        ["out"] = 1,
        ["error"] = 1,
        ["handle"] = 2,
        ["release"] = 0,
        ["context"] = 1,
        ["borrowed"] = 1,
    };

    private readonly List<GoDirective> _directives = [];

    /// <summary>Reads them.</summary>
    /// <param name="export">The export.</param>
    /// <param name="warn">Is told what is wrong with one, and its line.</param>
    public ExportDirectives(GoExport export, Action<string, int> warn)
    {
        var names = export.Parameters.Concat(export.Results).Select(p => p.Name).Append("result").ToHashSet(StringComparer.Ordinal);
        foreach (var directive in export.Directives)
        {
            if (!s_known.TryGetValue(directive.Name, out var count))
            {
                warn($"there is no directive //gotoolchain:{directive.Name}; there are {string.Join(", ", s_known.Keys)}", directive.Line);
            }
            else if (directive.Arguments.Count != count)
            {
                warn($"//gotoolchain:{directive.Name} takes {count} words and has {directive.Arguments.Count}", directive.Line);
            }
            else if (Named(directive).FirstOrDefault(n => !names.Contains(n)) is { } unknown)
            {
                warn($"{export.Name} has no parameter or result `{unknown}`", directive.Line);
            }
            else
            {
                _directives.Add(directive);
            }
        }
    }

    /// <summary>The method in C#; null: by the name of the export.</summary>
    public string? Name => Find("name")?.Arguments[0];

    public bool Has(string directive) => Find(directive) is not null;

    /// <summary>Whether a directive that takes one name has this one.</summary>
    public bool Says(string directive, string name) => _directives.Exists(d => d.Name == directive && d.Arguments[0] == name);

    /// <summary>The second word of a directive whose first is this name.</summary>
    public string? Second(string directive, string name) =>
        _directives.Find(d => d.Name == directive && d.Arguments[0] == name)?.Arguments[1];

    // The words that are parameters or results.
    private static IEnumerable<string> Named(GoDirective directive) =>
        directive.Name switch
        {
            "name" => [],
            "handle" => directive.Arguments.Take(1),
            _ => directive.Arguments,
        };

    private GoDirective? Find(string name) => _directives.Find(d => d.Name == name);
}
