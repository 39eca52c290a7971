using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>What all kinds of items have in common once they are resolved: the part that provisioning and the request projects look at.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Directory">Where the files lie that decide which Go is used: absolute.</param>
/// <param name="OutputDirectory">Where everything of this item goes, and nothing of another one: absolute.</param>
internal sealed record GoJob(GoItemKind Kind, string Name, string Directory, string OutputDirectory)
{
    /// <summary>The project that does this and nothing else: absolute.</summary>
    public string RequestProject => Path.Combine(OutputDirectory, Name + ".proj");

    /// <summary>What was seen when it was last done: absolute.</summary>
    public string Stamp => Path.Combine(OutputDirectory, Name + ".inputs");

    /// <summary>What lets the next build see that nothing has changed, without looking for Go: absolute.</summary>
    public string CurrentRecord => Path.Combine(OutputDirectory, Name + ".current");

    /// <summary>The name of the item as the project file spells it.</summary>
    public string ItemName => "Go" + Kind;

    /// <summary>Reads what <see cref="GoBuildItem"/> or <see cref="ToItem"/> has written.</summary>
    public static GoJob Read(ITaskItem item) =>
        Enum.TryParse<GoItemKind>(item.GetMetadata("_GoKind"), out var kind)
            ? new GoJob(kind, item.GetMetadata("_GoName"), item.GetMetadata("_GoDirectory"), item.GetMetadata("_GoOutputDirectory"))
            : throw new InvalidOperationException($"The item {item.ItemSpec} has not been resolved.");

    /// <summary>The user's item with this in its metadata.</summary>
    public ITaskItem ToItem(ITaskItem source)
    {
        var item = ItemText.Create(source.ItemSpec, source);
        item.Set("_GoKind", Kind.ToString());
        item.Set("_GoItemName", ItemName);
        item.Set("_GoName", Name);
        item.Set("_GoDirectory", Directory);
        item.Set("_GoOutputDirectory", OutputDirectory);
        return item;
    }

    /// <summary>Refuses a directory that is not there or belongs to no module, with a better reason than <c>go</c> would give.</summary>
    /// <param name="item">The item.</param>
    /// <param name="projectFile">The user's project.</param>
    /// <param name="wanted">What the item should name: <c>the directory of a Go module or package</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public void RequireModule(ITaskItem item, string projectFile, string wanted = "the directory of a Go module or package")
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            throw Invalid(
                item,
                projectFile,
                $"there is no directory {Directory}.",
                $"Name {wanted}; a relative path starts at the project."
            );
        }

        if (ModuleFiles.FindGoMod(Directory) is null)
        {
            throw Invalid(
                item,
                projectFile,
                $"{Directory} belongs to no module: there is no go.mod in it or above it.",
                "Run `go mod init` in it."
            );
        }
    }

    /// <summary>The error of the item.</summary>
    public GoToolchainException Invalid(ITaskItem item, string projectFile, string problem, string nextStep) =>
        GoBuildDefinition.Invalid(Kind, item, projectFile, problem, nextStep);
}
