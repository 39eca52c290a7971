using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Tools;

/// <summary>How a tool is built: the metadata of its item as arguments and environment of <c>go install</c>.</summary>
/// <param name="Arguments">Those between <c>install</c> and the package.</param>
/// <param name="Variables">On top of the user's.</param>
internal sealed record ToolOptions(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Reads an item.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static ToolOptions Read(ITaskItem item, GoToolDefinition tool, string projectFile, HostMachine host)
    {
        var reader = new MetadataReader(GoItemKind.Tool, item, projectFile);
        var arguments = new List<string>();
        if (item.List("Tags").ToList() is { Count: > 0 } tags)
        {
            arguments.Add("-tags=" + string.Join(',', tags));
        }

        if (item.Text("LdFlags") is { Length: > 0 } linker)
        {
            arguments.Add("-ldflags=" + linker);
        }

        arguments.AddRange(item.List("Arguments"));
        var cgo = reader.Boolean("CgoEnabled") ?? false;
        return new ToolOptions(arguments, GoBuildVariables.Read(item, reader, GoTarget.Of(host), cgo, host));
    }
}
