using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>The text of the project that builds one item for one platform: the item as it is resolved, and the settings of the user's project.</summary>
internal static class RequestProject
{
    /// <summary>Makes it.</summary>
    /// <param name="item">The resolved item.</param>
    /// <param name="job">What it says.</param>
    /// <param name="targets">The file with the targets: absolute.</param>
    /// <param name="projectFile">The user's project: absolute.</param>
    /// <param name="properties">Properties to take over: items with the metadata <c>Value</c>.</param>
    public static string Create(ITaskItem item, GoJob job, string targets, string projectFile, IEnumerable<ITaskItem> properties)
    {
        // A project on its own: what lies in the directories above belongs to the user's projects.
        var settings = properties
            .Select(p => new XElement(p.ItemSpec, ItemText.Escape(p.GetMetadata("Value"))))
            .Where(e => e.Value.Length > 0);
        var metadata = item.CloneCustomMetadata()
            .Keys.Cast<string>()
            .Order(StringComparer.Ordinal)
            .Select(n => new XElement(n, ((ITaskItem2)item).GetMetadataValueEscaped(n)));
        var project = new XElement(
            "Project",
            new XAttribute("DefaultTargets", "Build"),
            // A name with two hyphens may not stand in a comment.
            new XComment(Comment(job, projectFile)),
            new XElement("PropertyGroup", new XElement("GoProjectFile", ItemText.Escape(projectFile)), settings),
            new XElement(
                "ItemGroup",
                new XElement("_GoRequestedItem", new XAttribute("Include", ItemText.Escape(item.ItemSpec)), metadata)
            ),
            new XElement("Import", new XAttribute("Project", ItemText.Escape(targets)))
        );
        return project + "\n";
    }

    private static string Comment(GoJob job, string projectFile) =>
        $" {job.ItemName} {job.Name} of {Path.GetFileName(projectFile)}. Written anew by its build. ".Replace(
            "--",
            "- -",
            StringComparison.Ordinal
        );
}
