using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>What a <c>GoSidecar</c> item says, with its defaults filled in.</summary>
/// <param name="Name">The name without an extension, as people call it.</param>
/// <param name="Directory">The directory of the main package: absolute.</param>
/// <param name="Platform">What it is built for.</param>
/// <param name="Output">The executable in <c>obj</c>: absolute.</param>
internal sealed record SidecarDefinition(string Name, string Directory, GoPlatform Platform, string Output)
{
    /// <summary>Reads an item.</summary>
    /// <param name="item">The item; relative paths start at the project.</param>
    /// <param name="projectFile">The project: absolute.</param>
    /// <param name="platform">What to build for.</param>
    /// <param name="outputDirectory">Where executables go: absolute.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static SidecarDefinition Read(ITaskItem item, string projectFile, GoPlatform platform, string outputDirectory)
    {
        var directory = Path.TrimEndingDirectorySeparator(
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile)!, item.ItemSpec.Replace('\\', '/')))
        );
        var name = item.GetMetadata("OutputName");
        if (name.Length == 0)
        {
            name = Path.GetFileName(directory);
        }

        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny("/\\\0") >= 0)
        {
            throw Invalid(item, projectFile, $"`{name}` cannot be the name of an executable.", "Set OutputName to a plain file name.");
        }

        if (platform.IsWindows && name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^4];
        }

        return new SidecarDefinition(name, directory, platform, Path.Combine(outputDirectory, name + platform.ExecutableSuffix));
    }

    /// <summary>Refuses a directory in which there is nothing to build, with a better reason than <c>go</c> would give.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public void RequirePackage(ITaskItem item, string projectFile)
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            throw Invalid(
                item,
                projectFile,
                $"there is no directory {Directory}.",
                "Name the directory of a Go main package; a relative path starts at the project."
            );
        }

        if (!System.IO.Directory.EnumerateFiles(Directory, "*.go").Any())
        {
            throw Invalid(item, projectFile, $"{Directory} holds no Go file.", "Name the directory of a Go main package.");
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

    /// <summary>The error of an item.</summary>
    public static GoToolchainException Invalid(ITaskItem item, string projectFile, string problem, string nextStep) =>
        new(GoErrorCodes.InvalidBuildItem, $"GoSidecar `{item.ItemSpec}`: {problem}", projectFile, nextStep);
}
