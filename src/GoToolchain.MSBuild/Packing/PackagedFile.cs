using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Packing;

/// <summary>A Go file and its place in the package.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Item">The item of the project.</param>
/// <param name="Path">Its place: relative, with slashes, the file name included.</param>
internal sealed record PackagedFile(GoBuildDefinition Definition, ITaskItem Item, string Path)
{
    /// <summary>Stands for the runtime identifier in the metadata <c>PackagePath</c>.</summary>
    public const string RuntimeIdentifierMark = "{rid}";

    public static PackagedFile Create(ITaskItem item)
    {
        var definition = item.Definition();
        // NuGet itself brings what is in runtimes/RID/native to the consumer. It would take a sidecar there for a library, and drop it from
        // programs without a RuntimeIdentifier; tools/ is a directory that it leaves alone.
        var directory =
            item.GetMetadata("PackagePath") is { Length: > 0 } given ? given.Replace('\\', '/').Trim('/')
            : definition.Kind == GoItemKind.Sidecar ? $"tools/go/{RuntimeIdentifierMark}"
            : $"runtimes/{RuntimeIdentifierMark}/native";
        var path = $"{directory}/{System.IO.Path.GetFileName(definition.Output)}".TrimStart('/');
        return new PackagedFile(
            definition,
            item,
            path.Replace(RuntimeIdentifierMark, definition.RuntimeIdentifier, StringComparison.Ordinal)
        );
    }

    /// <summary>As NuGet's pack takes it.</summary>
    public ITaskItem ToPackageFile()
    {
        var file = ItemText.Create(Definition.Output);
        // With a slash at the end it is a directory, whatever dots are in it.
        file.Set("PackagePath", Path[..(Path.LastIndexOf('/') + 1)]);
        file.Set("Pack", "true");
        file.Set("BuildAction", "None");
        return file;
    }
}
