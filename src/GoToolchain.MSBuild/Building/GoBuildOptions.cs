using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>How one sidecar is built: the metadata of its item as arguments and environment of <c>go</c>.</summary>
internal sealed partial record GoBuildOptions
{
    /// <summary>What <c>go build</c> and <c>go list</c> both take: these decide which files belong to the program.</summary>
    public required IReadOnlyList<string> SelectingArguments { get; init; }

    /// <summary>What <c>go build</c> takes besides.</summary>
    public required IReadOnlyList<string> BuildArguments { get; init; }

    /// <summary>Environment variables on top of the user's.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The item leaves it to us whether version control is asked, so a failure there may be forgiven.</summary>
    public required bool VcsIsOptional { get; init; }

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="projectFile">The project, for messages.</param>
    /// <param name="platform">What to build for.</param>
    /// <param name="trimPath">Whether to trim paths when the item does not say.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoBuildOptions Read(ITaskItem item, string projectFile, GoPlatform platform, bool trimPath)
    {
        var reader = new MetadataReader(item, projectFile);
        var race = reader.Boolean("Race") ?? false;
        var cgo = reader.Boolean("CgoEnabled") ?? race;
        if (race && !cgo)
        {
            throw reader.Invalid("Race needs cgo, and CgoEnabled is false.", "Remove one of the two.");
        }

        var selecting = new List<string>();
        var tags = item.List("Tags").SelectMany(t => t.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToList();
        Add(selecting, tags.Count > 0, "-tags=" + string.Join(',', tags));
        Add(selecting, race, "-race");

        var build = new List<string>();
        Add(build, reader.Boolean("TrimPath") ?? trimPath, "-trimpath");
        var vcs = reader.OneOf("BuildVcs", "auto", "true", "false");
        build.Add("-buildvcs=" + (vcs ?? "auto"));
        AddFlags(build, item, "-ldflags", "LdFlags");
        AddFlags(build, item, "-gcflags", "GcFlags");

        var variables = new Dictionary<string, string>();
        foreach (var (name, value) in reader.Variables("Env"))
        {
            variables[name] = value;
        }

        variables["GOOS"] = platform.Os;
        variables["GOARCH"] = platform.Arch;
        variables["CGO_ENABLED"] = cgo ? "1" : "0";
        return new GoBuildOptions
        {
            SelectingArguments = selecting,
            BuildArguments = build,
            Variables = variables,
            VcsIsOptional = vcs is null,
        };
    }

    /// <summary>All arguments of <c>go build</c>.</summary>
    /// <param name="output">The executable to write: absolute.</param>
    public IReadOnlyList<string> ToBuildArguments(string output) => ["build", "-o", output, .. SelectingArguments, .. BuildArguments, "."];

    /// <summary>The same without asking version control.</summary>
    public GoBuildOptions WithoutVcs() =>
        this with
        {
            BuildArguments = [.. BuildArguments.Select(a => a == "-buildvcs=auto" ? "-buildvcs=false" : a)],
            VcsIsOptional = false,
        };

    private static void Add(List<string> arguments, bool condition, string argument)
    {
        if (condition)
        {
            arguments.Add(argument);
        }
    }

    private static void AddFlags(List<string> arguments, ITaskItem item, string flag, string metadata)
    {
        // One argument: go splits it by its own rules for quotes. A line break in the project file is only layout.
        var value = LineBreak().Replace(item.GetMetadata(metadata), " ").Trim();
        Add(arguments, value.Length > 0, $"{flag}={value}");
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
