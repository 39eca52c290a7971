using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Lists the files that Go items are made from, for those who decide before a build whether there is anything to do: the fast up-to-date check of
/// Visual Studio and <c>dotnet watch</c>. The list is that of the last build; before the first one, the Go files of the module.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReadGoInputs : GoTask
{
    // Only until the first build.
    private const int MostGuessed = 5_000;

    /// <summary>Items from <see cref="ResolveGoItems"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The files: absolute.</summary>
    [Output]
    public ITaskItem[] Inputs { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in Items.Select(i => i.Definition()))
        {
            var recorded = new BuildStamp(definition.Job.Stamp).Files().Where(f => f != definition.Output).ToList();
            files.UnionWith(recorded.Count > 0 ? recorded : Guess(definition.Directory));
        }

        Inputs = [.. files.Select(f => ItemText.Create(f))];
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Guess(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var module = ModuleFiles.FindGoMod(directory);
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var sources = Directory.EnumerateFiles(directory, "*.go", everything).Take(MostGuessed);
        return module is null ? sources : sources.Concat(ModuleFiles.Beside(module).Where(File.Exists));
    }
}
