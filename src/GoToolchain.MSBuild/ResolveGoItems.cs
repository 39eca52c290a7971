using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Works out what each <c>GoSidecar</c> and <c>GoSharedLibrary</c> is called, where it is built and where it lands. Looks at no file and starts
/// nothing, so it may run in design-time builds.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveGoItems : GoTask
{
    /// <summary>The <c>GoSidecar</c> items.</summary>
    public ITaskItem[] Sidecars { get; set; } = [];

    /// <summary>The <c>GoSharedLibrary</c> items.</summary>
    public ITaskItem[] SharedLibraries { get; set; } = [];

    /// <summary>Where the directory of each item is made: absolute.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>The .NET runtime identifiers to build for; empty: this machine.</summary>
    public string[] RuntimeIdentifiers { get; set; } = [];

    /// <summary>Whether paths of this machine are left out when an item does not say.</summary>
    public bool TrimPath { get; set; }

    /// <summary>For a package: only items that are packed, each for the platforms of the package.</summary>
    public bool ForPackage { get; set; }

    /// <summary>The wanted Go for items without <c>GoVersion</c>.</summary>
    public string Version { get; set; } = "";

    /// <summary>A GOROOT to use whatever else there is.</summary>
    public string Root { get; set; } = "";

    /// <summary>The same items, one per platform, with all that the next tasks need.</summary>
    [Output]
    public ITaskItem[] ResolvedItems { get; set; } = [];

    /// <summary>What is built, with what MSBuild needs to copy it.</summary>
    [Output]
    public ITaskItem[] Outputs { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var resolved = new Dictionary<string, ITaskItem>(StringComparer.Ordinal);
        var outputs = new List<ITaskItem>();
        Resolve(GoItemKind.Sidecar, Sidecars, resolved, outputs);
        Resolve(GoItemKind.SharedLibrary, SharedLibraries, resolved, outputs);
        ResolvedItems = [.. resolved.Values];
        Outputs = [.. outputs];
        return Task.CompletedTask;
    }

    private void Resolve(GoItemKind kind, ITaskItem[] items, Dictionary<string, ITaskItem> resolved, List<ITaskItem> outputs)
    {
        foreach (var item in items)
        {
            foreach (var rid in Platforms(kind, item))
            {
                var digest = ItemDigest.Compute(kind, item, [TrimPath ? "trimpath" : "", Version, Root]);
                var definition = GoBuildDefinition.Read(kind, item, ProjectFile, rid, IntermediateDirectory, digest);
                // Directories may differ only in case where files may not.
                var key = $"{rid}/{Path.GetFileName(definition.Output).ToUpperInvariant()}";
                if (resolved.TryGetValue(key, out var other))
                {
                    throw GoBuildDefinition.Invalid(
                        kind,
                        item,
                        ProjectFile,
                        $"it would be called `{definition.Name}`, and so is `{other.ItemSpec}`.",
                        "Set OutputName on one of them."
                    );
                }

                resolved.Add(key, GoBuildItem.Create(item, definition));
                outputs.Add(CreateOutput(item, definition));
            }
        }
    }

    private IReadOnlyCollection<string> Platforms(GoItemKind kind, ITaskItem item)
    {
        if (ForPackage && !(new MetadataReader(kind, item, ProjectFile).Boolean("Pack") ?? true))
        {
            return [];
        }

        string[] own = ForPackage ? [.. item.List("RuntimeIdentifiers").Distinct(StringComparer.Ordinal)] : [];
        return own.Length > 0 ? own
            : RuntimeIdentifiers.Length > 0 ? RuntimeIdentifiers
            : [HostRuntimeIdentifier()];
    }

    internal static string HostRuntimeIdentifier() =>
        GoTarget.Of(HostMachine.Detect()) is { RuntimeIdentifier: var rid, Platform.RuntimeIdentifier: not null }
            ? rid
            : throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $".NET has no runtime identifier for this machine ({GoPlatform.Host}).",
                nextStep: "Set RuntimeIdentifier to the one to build for."
            );

    private static ITaskItem CreateOutput(ITaskItem source, GoBuildDefinition definition)
    {
        var item = ItemText.Create(definition.Output);
        item.Set("Link", definition.LinkOf(source));
        item.Set("CopyToOutputDirectory", OrElse(source.GetMetadata("CopyToOutputDirectory"), "PreserveNewest"));
        item.Set("CopyToPublishDirectory", OrElse(source.GetMetadata("CopyToPublishDirectory"), "PreserveNewest"));
        if (definition.Kind == GoItemKind.Sidecar)
        {
            // The SDK takes every native binary for a library that a single file may unpack somewhere else. A process needs a file that stays.
            item.Set("ExcludeFromSingleFile", OrElse(source.GetMetadata("ExcludeFromSingleFile"), "true"));
        }

        item.Set("Visible", "false");
        return item;
    }

    private static string OrElse(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
