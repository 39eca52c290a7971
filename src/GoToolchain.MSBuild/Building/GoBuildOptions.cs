using GoToolchain.MSBuild.Bindings.Support;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>How one item is built: its metadata as arguments and environment of <c>go</c>.</summary>
internal sealed record GoBuildOptions
{
    /// <summary>What <c>go build</c> and <c>go list</c> both take: these decide which files belong to the program.</summary>
    public required IReadOnlyList<string> SelectingArguments { get; init; }

    /// <summary>What <c>go build</c> takes besides.</summary>
    public required IReadOnlyList<string> BuildArguments { get; init; }

    /// <summary>Environment variables on top of the user's.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The item leaves it to us whether version control is asked, so a failure there may be forgiven.</summary>
    public required bool VcsIsOptional { get; init; }

    /// <summary>Whether C code may be part of it, so that a C compiler is needed.</summary>
    public required bool UsesCgo { get; init; }

    /// <summary>The C compiler; null when there is no C code, and before <see cref="CgoSettings"/> has found it.</summary>
    public GoCCompiler? Compiler { get; init; }

    /// <summary>What the compiler sees in place of files of the library; null: nothing.</summary>
    public BindingOverlay? Overlay { get; init; }

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="projectFile">The project, for messages.</param>
    /// <param name="trimPath">Whether to trim paths when the item does not say.</param>
    /// <param name="host">For the environment, which some metadata adds to.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoBuildOptions Read(ITaskItem item, GoBuildDefinition definition, string projectFile, bool trimPath, HostMachine host)
    {
        var reader = new MetadataReader(definition.Kind, item, projectFile);
        var isLibrary = definition.Kind == GoItemKind.SharedLibrary;
        var race = reader.Boolean("Race") ?? false;
        var cgo = reader.Boolean("CgoEnabled") ?? (race || isLibrary);
        if ((race || isLibrary) && !cgo)
        {
            throw reader.Invalid($"{(race ? "Race" : "A shared library")} needs cgo, and CgoEnabled is false.", "Remove one of the two.");
        }

        var selecting = new List<string>();
        var tags = item.List("Tags").SelectMany(t => t.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToList();
        Add(selecting, tags.Count > 0, "-tags=" + string.Join(',', tags));
        Add(selecting, race, "-race");
        var overlay = BindingOverlay.Of(item, definition, projectFile);
        Add(selecting, overlay is not null, "-overlay=" + overlay?.File);

        var build = new List<string>();
        Add(build, isLibrary, "-buildmode=c-shared");
        Add(build, reader.Boolean("TrimPath") ?? trimPath, "-trimpath");
        var vcs = reader.OneOf("BuildVcs", "auto", "true", "false");
        build.Add("-buildvcs=" + (vcs ?? "auto"));
        AddFlags(build, item, "-ldflags", "LdFlags");
        AddFlags(build, item, "-gcflags", "GcFlags");

        return new GoBuildOptions
        {
            SelectingArguments = selecting,
            BuildArguments = build,
            Variables = GoBuildVariables.Read(item, reader, GoTarget.FromRuntimeIdentifier(definition.RuntimeIdentifier), cgo, host),
            VcsIsOptional = vcs is null,
            UsesCgo = cgo,
            Overlay = overlay,
        };
    }

    /// <summary>All arguments of <c>go build</c>.</summary>
    /// <param name="output">The executable or library to write: absolute.</param>
    /// <param name="also">Arguments that make no difference to what is built.</param>
    public IReadOnlyList<string> ToBuildArguments(string output, params IEnumerable<string> also) =>
        ["build", .. also, "-o", output, .. SelectingArguments, .. BuildArguments, "."];

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
        var value = item.Text(metadata);
        Add(arguments, value.Length > 0, $"{flag}={value}");
    }
}
