using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild.Building;

/// <summary>How one task hands a sidecar to the next: in the metadata of an item, the only thing that MSBuild carries between tasks.</summary>
internal static class SidecarItem
{
    private const string NameKey = "_GoName";
    private const string DirectoryKey = "_GoDirectory";
    private const string OutputKey = "_GoOutput";
    private const string PlatformKey = "_GoPlatform";

    public static TaskItem Create(ITaskItem source, SidecarDefinition sidecar)
    {
        var item = ItemText.Create(source.ItemSpec, source);
        item.Set(NameKey, sidecar.Name);
        item.Set(DirectoryKey, sidecar.Directory);
        item.Set(OutputKey, sidecar.Output);
        item.Set(PlatformKey, sidecar.Platform.ToString());
        return item;
    }

    public static SidecarDefinition Definition(this ITaskItem item)
    {
        _ = GoPlatform.TryParse(item.GetMetadata(PlatformKey), out var platform);
        return new SidecarDefinition(
            item.GetMetadata(NameKey),
            item.GetMetadata(DirectoryKey),
            platform ?? throw new InvalidOperationException($"The item {item.ItemSpec} does not come from {nameof(ResolveGoSidecars)}."),
            item.GetMetadata(OutputKey)
        );
    }

    public static string GoRoot(this ITaskItem item) => item.GetMetadata("GoRoot");

    public static TaskItem WithGo(this ITaskItem item, GoInstallation go)
    {
        var copy = ItemText.Create(item.ItemSpec, item);
        copy.Set("GoRoot", go.Root);
        copy.Set("GoVersion", go.Version.ToString());
        copy.Set("GoOrigin", GoOriginText.Of(go));
        return copy;
    }
}
