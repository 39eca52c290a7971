using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild.Building;

/// <summary>How one task hands a definition to the next: in the metadata of an item, the only thing that MSBuild carries between tasks.</summary>
internal static class GoBuildItem
{
    /// <summary>What decided which Go is used, in one word (<see cref="Inputs.GoChoice"/>); empty when more decided than can be looked at.</summary>
    public const string ChoiceKey = "_GoChoice";

    private const string KindKey = "_GoKind";
    private const string NameKey = "_GoName";
    private const string DirectoryKey = "_GoDirectory";
    private const string RuntimeIdentifierKey = "_GoRuntimeIdentifier";
    private const string OutputDirectoryKey = "_GoOutputDirectory";

    public static TaskItem Create(ITaskItem source, GoBuildDefinition definition)
    {
        var item = ItemText.Create(source.ItemSpec, source);
        item.Set(KindKey, definition.Kind.ToString());
        item.Set("_GoItemName", definition.ItemName);
        item.Set(NameKey, definition.Name);
        item.Set(DirectoryKey, definition.Directory);
        item.Set(RuntimeIdentifierKey, definition.RuntimeIdentifier);
        item.Set(OutputDirectoryKey, definition.OutputDirectory);
        // For targets, which can read only what is there.
        item.Set("GoOutput", definition.Output);
        item.Set("GoHeader", definition.Kind == GoItemKind.SharedLibrary ? definition.Header : "");
        // A list: its semicolons are to split it.
        item.SetMetadata(
            "_GoEvidence",
            string.Join(';', new[] { definition.HealthReport, definition.EnvironmentReport, definition.Job.Stamp }.Select(ItemText.Escape))
        );
        return item;
    }

    public static GoBuildDefinition Definition(this ITaskItem item) =>
        Enum.TryParse<GoItemKind>(item.GetMetadata(KindKey), out var kind)
            ? new GoBuildDefinition(
                kind,
                item.GetMetadata(NameKey),
                item.GetMetadata(DirectoryKey),
                item.GetMetadata(RuntimeIdentifierKey),
                GoPlatform.FromRuntimeIdentifier(item.GetMetadata(RuntimeIdentifierKey)),
                item.GetMetadata(OutputDirectoryKey)
            )
            : throw new InvalidOperationException($"The item {item.ItemSpec} does not come from {nameof(ResolveGoItems)}.");

    public static string GoRoot(this ITaskItem item) => item.GetMetadata("GoRoot");

    public static TaskItem WithGo(this ITaskItem item, UsedGo go)
    {
        var copy = ItemText.Create(item.ItemSpec, item);
        copy.Set("GoRoot", go.Root);
        copy.Set("GoVersion", go.Version);
        copy.Set("GoOrigin", go.Origin);
        return copy;
    }

    /// <summary>The Go with which <see cref="WithGo"/> has provided it.</summary>
    public static UsedGo UsedGo(this ITaskItem item) => new(item.GoRoot(), item.GetMetadata("GoVersion"), item.GetMetadata("GoOrigin"));
}
