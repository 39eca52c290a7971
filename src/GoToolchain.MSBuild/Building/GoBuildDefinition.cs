using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>What a <c>GoSidecar</c> or <c>GoSharedLibrary</c> item says for one platform, with its defaults filled in.</summary>
/// <param name="Kind">What is built.</param>
/// <param name="Name">The name without prefix and extension, as people and <c>LibraryImport</c> call it.</param>
/// <param name="Directory">The directory of the main package: absolute.</param>
/// <param name="RuntimeIdentifier">What it is built for in .NET's words: <c>linux-musl-x64</c>.</param>
/// <param name="Platform">The same in Go's words.</param>
/// <param name="OutputDirectory">Where everything of this item goes, and nothing of another one: absolute.</param>
internal sealed record GoBuildDefinition(
    GoItemKind Kind,
    string Name,
    string Directory,
    string RuntimeIdentifier,
    GoPlatform Platform,
    string OutputDirectory
)
{
    private const string LibraryPrefix = "lib";
    private const string ProjectExtension = ".proj";

    /// <summary>The part that all kinds of items have in common.</summary>
    public GoJob Job => new(Kind, Name, Directory, OutputDirectory);

    /// <summary>The name of the item as the project file spells it.</summary>
    public string ItemName => NameOf(Kind);

    /// <summary>The executable or library: absolute. A library is named so that <c>LibraryImport("calc")</c> finds it on its platform.</summary>
    public string Output => Path.Combine(OutputDirectory, FileName);

    /// <summary>The C header that Go writes for the functions that a library exports: absolute. There is none when it exports nothing.</summary>
    public string Header => Path.Combine(OutputDirectory, "include", Name + ".h");

    /// <summary>What the quick examination said of the Go that built it: JSON. Absolute.</summary>
    public string HealthReport => Path.Combine(OutputDirectory, Name + ".doctor.json");

    /// <summary>The variables of the build, as <c>go env -json</c> would print them: absolute.</summary>
    public string EnvironmentReport => Path.Combine(OutputDirectory, Name + ".env.json");

    /// <summary>Where it lands below the output directory of the program.</summary>
    public string LinkOf(ITaskItem item) => item.GetMetadata("Link") is { Length: > 0 } link ? link : FileName;

    private string FileName =>
        (Kind, Platform.Os) switch
        {
            (not GoItemKind.SharedLibrary, _) => Name + Platform.ExecutableSuffix,
            (_, "windows") => Name + ".dll",
            (_, "darwin" or "ios") => LibraryPrefix + Name + ".dylib",
            _ => LibraryPrefix + Name + ".so",
        };

    /// <summary>Reads an item.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="item">The item; relative paths start at the project.</param>
    /// <param name="projectFile">The project: absolute.</param>
    /// <param name="runtimeIdentifier">What to build for.</param>
    /// <param name="intermediateDirectory">Where the directories of all items are: absolute.</param>
    /// <param name="digest">Of everything else that decides what is made of the item, so that two builds that differ do not meet.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoBuildDefinition Read(
        GoItemKind kind,
        ITaskItem item,
        string projectFile,
        string runtimeIdentifier,
        string intermediateDirectory,
        string digest
    )
    {
        var platform = GoPlatform.FromRuntimeIdentifier(runtimeIdentifier);
        var directory = Path.TrimEndingDirectorySeparator(
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile)!, item.ItemSpec.Replace('\\', '/')))
        );
        var name = item.GetMetadata("OutputName") is { Length: > 0 } given ? given : DefaultName(kind, Path.GetFileName(directory));
        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny("/\\\0") >= 0)
        {
            throw Invalid(kind, item, projectFile, $"`{name}` cannot be the name of a file.", "Set OutputName to a plain file name.");
        }

        if (platform.IsWindows && name.EndsWith(kind == GoItemKind.SharedLibrary ? ".dll" : ".exe", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^4];
        }

        var own = Path.Combine(intermediateDirectory, runtimeIdentifier, $"{name}.{digest}");
        return new GoBuildDefinition(kind, name, directory, runtimeIdentifier, platform, own);
    }

    /// <summary>What the output of some project's Go item was built for; null for a file that is none. Looks for the record beside it.</summary>
    /// <param name="output">Absolute.</param>
    public static string? RuntimeIdentifierOf(string output)
    {
        // …/RID/NAME.DIGEST/FILE
        var own = Path.GetDirectoryName(output);
        var platform = Path.GetDirectoryName(own);
        return
            own is not null
            && platform is not null
            && Path.GetExtension(own).Length == 1 + (2 * ItemDigest.Bytes)
            && File.Exists(Path.Combine(own, Path.GetFileNameWithoutExtension(own) + ProjectExtension))
            ? Path.GetFileName(platform)
            : null;
    }

    /// <summary>Refuses a directory in which there is nothing to build, with a better reason than <c>go</c> would give.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public void RequirePackage(ITaskItem item, string projectFile)
    {
        const string Wanted = "the directory of a Go main package";
        if (System.IO.Directory.Exists(Directory) && !System.IO.Directory.EnumerateFiles(Directory, "*.go").Any())
        {
            throw Invalid(Kind, item, projectFile, $"{Directory} holds no Go file.", $"Name {Wanted}.");
        }

        Job.RequireModule(item, projectFile, Wanted);
    }

    /// <summary>The error of an item.</summary>
    public static GoToolchainException Invalid(GoItemKind kind, ITaskItem item, string projectFile, string problem, string nextStep) =>
        new(GoErrorCodes.InvalidBuildItem, $"{NameOf(kind)} `{item.ItemSpec}`: {problem}", projectFile, nextStep);

    private static string NameOf(GoItemKind kind) => "Go" + kind;

    // `libcalc` is what people call the directory of a library that others know as `calc`.
    private static string DefaultName(GoItemKind kind, string directory) =>
        kind == GoItemKind.SharedLibrary
        && directory.Length > LibraryPrefix.Length
        && directory.StartsWith(LibraryPrefix, StringComparison.Ordinal)
            ? directory[LibraryPrefix.Length..]
            : directory;
}
