using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Packing;
using GoToolchain.Store;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Gives what Go built a place in the NuGet package: libraries where NuGet looks for them, sidecars in a directory of their own, with a targets
/// file that brings them to the consumer.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class PackGoItems : GoTask
{
    // Of projects that refer to the package themselves, and of those that get it through others.
    private static readonly string[] s_importedByNuGet = ["build/", "buildTransitive/"];

    /// <summary>The items that are packed, for each platform, from all frameworks.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The id of the package.</summary>
    [Required]
    public string PackageId { get; set; } = "";

    /// <summary>The version of the package.</summary>
    [Required]
    public string PackageVersion { get; set; } = "";

    /// <summary>The runtime identifiers that the project names; empty: it names none.</summary>
    public string RuntimeIdentifiers { get; set; } = "";

    /// <summary>Nothing was built for this package: what is there has to be whole.</summary>
    public bool NoBuild { get; set; }

    /// <summary>What is in the package already.</summary>
    public ITaskItem[] PresentFiles { get; set; } = [];

    /// <summary>Where the targets file is written: absolute.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>What to add to the package.</summary>
    [Output]
    public ITaskItem[] PackageFiles { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var files = Distinct();
        foreach (var file in files)
        {
            RequireBuilt(file);
        }

        WarnOfOnePlatform(files);
        var packed = files.Select(f => f.ToPackageFile()).ToList();
        var sidecars = files.Where(f => f.Definition.Kind == GoItemKind.Sidecar).ToList();
        if (sidecars.Count > 0)
        {
            packed.AddRange(AddTargets(sidecars));
        }

        PackageFiles = [.. packed];
        return Task.CompletedTask;
    }

    // Frameworks that say the same share one file. NuGet compares paths without regard to case.
    private List<PackagedFile> Distinct()
    {
        var places = new Dictionary<string, PackagedFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Items.Select(PackagedFile.Create))
        {
            if (!places.TryAdd(file.Path, file) && places[file.Path].Definition.Output is var other && other != file.Definition.Output)
            {
                throw new GoToolchainException(
                    GoErrorCodes.PackageConflict,
                    $"Both {other} and {file.Definition.Output} would be `{file.Path}` in the package.",
                    nextStep: $"Let the item be the same for all frameworks, or set PackagePath (`{PackagedFile.RuntimeIdentifierMark}` stands for the platform) or Pack on one of them."
                );
            }
        }

        return [.. places.Values];
    }

    private void RequireBuilt(PackagedFile file)
    {
        var definition = file.Definition;
        // A build that failed or was interrupted leaves no stamp.
        if (!File.Exists(definition.Output) || (NoBuild && !File.Exists(definition.Job.Stamp)))
        {
            throw new GoToolchainException(
                GoErrorCodes.NotBuiltForPackage,
                $"The package needs {definition.ItemName} `{definition.Name}` for {definition.RuntimeIdentifier}, and it was not built for that platform.",
                nextStep: "Pack without --no-build, or run `dotnet build -t:BuildGoForPack` before."
            );
        }
    }

    private void WarnOfOnePlatform(List<PackagedFile> files)
    {
        var named = RuntimeIdentifiers.Length > 0;
        var forThisMachine = files.Where(f => !named && !f.Item.List("RuntimeIdentifiers").Any()).Select(f => f.Definition).ToList();
        if (forThisMachine.Count > 0)
        {
            Report(
                new GoDiagnostic(
                    GoErrorCodes.PackedForOneMachine,
                    $"The package holds {string.Join(", ", forThisMachine.Select(d => $"`{d.Name}`"))} for {forThisMachine[0].RuntimeIdentifier} alone, because the project names no platform. "
                        + "Set RuntimeIdentifiers, in the project or on the item; name this one there if it is all that you want.",
                    ProjectFile
                )
                {
                    IsWarning = true,
                }
            );
        }
    }

    private IEnumerable<ITaskItem> AddTargets(List<PackagedFile> sidecars)
    {
        System.IO.Directory.CreateDirectory(Directory);
        var name = FreeName();
        var file = Path.Combine(Directory, name);
        WholeFile.Write(file, new ConsumerTargets(PackageId, PackageVersion, sidecars).ToString());
        return s_importedByNuGet.Select(directory =>
        {
            var item = ItemText.Create(file);
            item.Set("PackagePath", directory);
            item.Set("Pack", "true");
            item.Set("BuildAction", "None");
            return item;
        });
    }

    private string FreeName()
    {
        var usual = PackageId + ".targets";
        var besides = PackageId + ".Go.targets";
        var taken = PresentFiles
            .Where(f =>
                PackageFilePath
                    .Of(f)
                    .Any(p =>
                        p.Equals("build/" + usual, StringComparison.OrdinalIgnoreCase)
                        || p.Equals("buildTransitive/" + usual, StringComparison.OrdinalIgnoreCase)
                    )
            )
            .Select(PackageFilePath.OnDisk)
            .ToList();
        foreach (var own in taken.Where(t => !File.Exists(t) || !File.ReadAllText(t).Contains(besides, StringComparison.OrdinalIgnoreCase)))
        {
            Report(
                new GoDiagnostic(
                    GoErrorCodes.PackageTargetsTaken,
                    $"The package has {usual} of its own, so its sidecars reach nobody until that file imports theirs: "
                        + $"<Import Project=\"$(MSBuildThisFileDirectory){besides}\" />",
                    own
                )
                {
                    IsWarning = true,
                }
            );
        }

        return taken.Count > 0 ? besides : usual;
    }
}
