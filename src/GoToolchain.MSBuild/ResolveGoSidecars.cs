using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Works out what each <c>GoSidecar</c> is called, where it is built and where it lands. Looks at no file and starts nothing, so it may run in
/// design-time builds.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveGoSidecars : GoTask
{
    /// <summary>The <c>GoSidecar</c> items.</summary>
    [Required]
    public ITaskItem[] Sidecars { get; set; } = [];

    /// <summary>Where executables are built: absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The .NET runtime identifier to build for; empty: this machine.</summary>
    public string RuntimeIdentifier { get; set; } = "";

    /// <summary>The same items, with all that the next tasks need.</summary>
    [Output]
    public ITaskItem[] ResolvedSidecars { get; set; } = [];

    /// <summary>The executables, with what MSBuild needs to copy them.</summary>
    [Output]
    public ITaskItem[] Executables { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var platform = RuntimeIdentifier.Length == 0 ? GoPlatform.Host : GoPlatform.FromRuntimeIdentifier(RuntimeIdentifier);
        // One directory per platform: a build for another one neither overwrites nor reuses these.
        var directory = Path.Combine(OutputDirectory, platform.ToFileName());
        var resolved = new Dictionary<string, ITaskItem>(StringComparer.OrdinalIgnoreCase);
        var executables = new List<ITaskItem>();
        foreach (var item in Sidecars)
        {
            var sidecar = SidecarDefinition.Read(item, ProjectFile, platform, directory);
            if (resolved.TryGetValue(sidecar.Name, out var other))
            {
                throw SidecarDefinition.Invalid(
                    item,
                    ProjectFile,
                    $"it would be called `{sidecar.Name}`, and so is `{other.ItemSpec}`.",
                    "Set OutputName on one of them."
                );
            }

            resolved.Add(sidecar.Name, SidecarItem.Create(item, sidecar));
            executables.Add(CreateExecutable(item, sidecar.Output));
        }

        ResolvedSidecars = [.. resolved.Values];
        Executables = [.. executables];
        return Task.CompletedTask;
    }

    private static ITaskItem CreateExecutable(ITaskItem source, string output)
    {
        var item = ItemText.Create(output);
        item.Set("Link", OrElse(source.GetMetadata("Link"), Path.GetFileName(output)));
        item.Set("CopyToOutputDirectory", OrElse(source.GetMetadata("CopyToOutputDirectory"), "PreserveNewest"));
        item.Set("CopyToPublishDirectory", OrElse(source.GetMetadata("CopyToPublishDirectory"), "PreserveNewest"));
        item.Set("Visible", "false");
        return item;
    }

    private static string OrElse(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
