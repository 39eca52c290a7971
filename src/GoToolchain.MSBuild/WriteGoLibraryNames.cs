using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Writes the C# file that tells the guards of a project what its Go libraries are called. Looks at no Go file and starts nothing, so it may
/// run in design-time builds.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class WriteGoLibraryNames : GoTask
{
    /// <summary>The <c>GoSharedLibrary</c> items.</summary>
    [Required]
    public ITaskItem[] SharedLibraries { get; set; } = [];

    /// <summary>The file; a relative path starts at the project. It is left alone when it says the same already. Empty: only the names.</summary>
    public string File { get; set; } = "";

    /// <summary>What the project is built for; empty: this machine.</summary>
    public string RuntimeIdentifier { get; set; } = "";

    /// <summary>Whether imports of the libraries are led to the guards.</summary>
    public bool ResolvesImports { get; set; } = true;

    /// <summary>The names, as imports have them.</summary>
    [Output]
    public ITaskItem[] Names { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var rid = RuntimeIdentifier.Length > 0 ? RuntimeIdentifier : GoPlatform.Host.RuntimeIdentifier ?? "linux-x64";
        var names = SharedLibraries
            .Select(item => GoBuildDefinition.Read(GoItemKind.SharedLibrary, item, ProjectFile, rid, ProjectDirectory, digest: "").Name)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Names = [.. names.Select(name => ItemText.Create(name))];
        if (File.Length > 0)
        {
            LibraryNamesFile.Write(Path.Combine(ProjectDirectory, File), names, ResolvesImports);
        }

        return Task.CompletedTask;
    }
}
