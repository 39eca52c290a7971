using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Refuses Go files that referenced projects have built for another platform than that of the program which takes them over. It sees only what
/// MSBuild hands on of such a file: where it is, and where it is to land.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckGoReferences : GoTask
{
    /// <summary>All that the program copies, of this project and of those that it refers to.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>What the program is built for.</summary>
    [Required]
    public string RuntimeIdentifier { get; set; } = "";

    private protected override Task RunAsync(CancellationToken cancel)
    {
        foreach (var file in Files)
        {
            // It compares the words of .NET: whether a file for glibc does for musl is not ours to say.
            if (
                GoBuildDefinition.RuntimeIdentifierOf(file.ItemSpec) is { } built
                && !built.Equals(RuntimeIdentifier, StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new GoToolchainException(
                    GoErrorCodes.ReferenceForOtherPlatform,
                    $"This project is built for {RuntimeIdentifier}, and `{file.GetMetadata("TargetPath")}` of a project that it refers to for {built} ({file.ItemSpec}).",
                    nextStep: "Name the platform on the command line (-r), or set RuntimeIdentifier for all projects in Directory.Build.props; a project in between hands it on with IsRidAgnostic=false."
                );
            }
        }

        return Task.CompletedTask;
    }
}
