using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Generating;

/// <summary>What a <c>GoGenerate</c> item says.</summary>
internal sealed record GenerateDefinition
{
    /// <summary>What all items have; its directory is where <c>go generate</c> runs.</summary>
    public required GoJob Job { get; init; }

    /// <summary>Package patterns, <c>./...</c> when the item names none.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>All arguments of <c>go</c>.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Environment variables on top of the user's.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Patterns of files that generators read: absolute.</summary>
    public required IReadOnlyList<FilePattern> Inputs { get; init; }

    /// <summary>Patterns of files that generators make: absolute.</summary>
    public required IReadOnlyList<FilePattern> Outputs { get; init; }

    /// <summary>The executables of the tools that come first on <c>PATH</c>: absolute.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Reads a resolved item.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GenerateDefinition Read(ITaskItem item, string projectFile)
    {
        var job = GoJob.Read(item);
        job.RequireModule(item, projectFile);
        var reader = new MetadataReader(job.Kind, item, projectFile);
        IReadOnlyList<string> packages = item.List("Packages").ToArray() is { Length: > 0 } given ? given : ["./..."];
        var tools = item.List("_GoTools").ToArray();
        return new GenerateDefinition
        {
            Job = job,
            Packages = packages,
            Arguments = ["generate", .. Flag("-run=", item.Text("Run")), .. Tags(item), .. item.List("Arguments"), .. packages],
            Variables = reader.Variables("Env").ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal),
            Inputs = Patterns("Inputs"),
            Outputs = Patterns("Outputs"),
            Tools = tools,
        };

        IReadOnlyList<FilePattern> Patterns(string name) =>
            [.. item.List(name).Select(p => FilePattern.Create(p, Path.GetDirectoryName(projectFile)!))];
    }

    /// <summary>The variables of the run: those of the item, and the tools first on <c>PATH</c>.</summary>
    public IReadOnlyDictionary<string, string> VariablesWithPath(HostMachine host)
    {
        var directories = Tools.Select(t => Path.GetDirectoryName(t)!).Distinct();
        var path = Variables.GetValueOrDefault("PATH") ?? host.GetVariable("PATH");
        return new Dictionary<string, string>(Variables)
        {
            ["PATH"] = string.Join(Path.PathSeparator, string.IsNullOrEmpty(path) ? directories : [.. directories, path]),
        };
    }

    private static IEnumerable<string> Tags(ITaskItem item) => Flag("-tags=", string.Join(',', item.List("Tags")));

    private static IEnumerable<string> Flag(string flag, string value) => value.Length > 0 ? [flag + value] : [];
}
