using GoToolchain.MSBuild.Bindings;
using GoToolchain.MSBuild.Bindings.Model;
using GoToolchain.MSBuild.Bindings.Support;
using GoToolchain.MSBuild.Bindings.Writing;
using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Writes a C# file for each <c>GoSharedLibrary</c> with <c>Bindings</c>, from the header and the sources of the library that was built. In a
/// design-time build, which builds no library, it names the files that are there.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateGoBindings : GoTask
{
    /// <summary>The <c>GoSharedLibrary</c> items.</summary>
    [Required]
    public ITaskItem[] SharedLibraries { get; set; } = [];

    /// <summary>The same from <see cref="ResolveGoItems"/>, built; empty: only what is there is named.</summary>
    public ITaskItem[] BuiltItems { get; set; } = [];

    /// <summary>Where the files are; a relative path starts at the project.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>What the project is built for; empty: this machine.</summary>
    public string RuntimeIdentifier { get; set; } = "";

    /// <summary>The namespace for items without <c>BindingsNamespace</c>.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Whether calls go through the guards.</summary>
    public bool Guards { get; set; } = true;

    /// <summary>Whether the loaded library is compared with the bindings.</summary>
    public bool ComparesLibrary { get; set; } = true;

    /// <summary>Why the project cannot compile bindings; empty: it can.</summary>
    public string Obstacle { get; set; } = "";

    /// <summary>The files.</summary>
    [Output]
    public ITaskItem[] Files { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var files = new List<ITaskItem>();
        var rid = RuntimeIdentifier.Length > 0 ? RuntimeIdentifier : GoPlatform.Host.RuntimeIdentifier ?? "linux-x64";
        foreach (var item in SharedLibraries)
        {
            if (!BindingOverlay.WantsBindings(item, GoItemKind.SharedLibrary, ProjectFile))
            {
                continue;
            }

            var name = GoBuildDefinition.Read(GoItemKind.SharedLibrary, item, ProjectFile, rid, ProjectDirectory, digest: "").Name;
            var file = Path.GetFullPath(Path.Combine(Directory, CSharpName.Pascal(name) + ".g.cs"), ProjectDirectory);
            if (BuiltItems.FirstOrDefault(b => IsBuilt(b, name)) is { } built)
            {
                Generate(built, file);
            }

            if (System.IO.File.Exists(file))
            {
                files.Add(ItemText.Create(file));
            }
        }

        Files = [.. files];
        return Task.CompletedTask;
    }

    private static bool IsBuilt(ITaskItem item, string name) =>
        item.Definition() is { Kind: GoItemKind.SharedLibrary } definition && definition.Name == name;

    private void Generate(ITaskItem item, string file)
    {
        if (Obstacle.Length > 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.BindingsNotCompilable,
                $"The bindings of {item.ItemSpec} cannot be compiled: {Obstacle}",
                ProjectFile
            );
        }

        var reader = new MetadataReader(GoItemKind.SharedLibrary, item, ProjectFile);
        var definition = item.Definition();
        var settings = Settings(item, definition, reader);
        var bindings = new BindingFile(file, definition, settings);
        if (bindings.IsCurrent())
        {
            return;
        }

        Log.LogMessage(MessageImportance.Normal, "{0}", $"The bindings of {definition.Name} are written to {file}.");
        foreach (var warning in bindings.Write())
        {
            Report(warning);
        }

        // A warning that this project takes for an error has to come again.
        if (!Log.HasLoggedErrors)
        {
            bindings.Record();
        }
    }

    private BindingSettings Settings(ITaskItem item, GoBuildDefinition definition, MetadataReader reader)
    {
        string Name(string metadata, string otherwise, bool dots)
        {
            var text = item.GetMetadata(metadata) is { Length: > 0 } given ? given.Trim() : otherwise;
            return CSharpName.IsValid(text, dots)
                ? text
                : throw reader.Invalid($"`{text}` cannot be the {(dots ? "namespace" : "class")} of its bindings.", $"Set {metadata}.");
        }

        return new BindingSettings(
            definition.Name,
            Name("BindingsNamespace", Namespace, dots: true),
            Name("BindingsClass", CSharpName.Pascal(definition.Name), dots: false)
        )
        {
            Access = reader.OneOf("BindingsAccess", "internal", "public") ?? "internal",
            Guards = Guards,
            Recovers = reader.Boolean("RecoverPanics") ?? false,
            Fingerprint = ComparesLibrary ? 0 : null,
        };
    }
}
