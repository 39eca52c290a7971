using System.Text.RegularExpressions;
using GoToolchain.MSBuild.Building;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Tools;

/// <summary>A <c>GoTool</c> that is a package of a published module. (One that is a directory is built as a sidecar is.)</summary>
/// <param name="Job">What all items have; its directory is the project's.</param>
/// <param name="Package">The path of the command: <c>golang.org/x/tools/cmd/stringer</c>.</param>
/// <param name="Version">Exactly this version.</param>
internal sealed partial record GoToolDefinition(GoJob Job, string Package, string Version)
{
    private const string PackageKey = "_GoToolPackage";

    /// <summary>The executable: absolute.</summary>
    public string Output => Path.Combine(Job.OutputDirectory, Job.Name + GoPlatform.Host.ExecutableSuffix);

    /// <summary>What <c>go install</c> is asked for.</summary>
    public string Query => $"{Package}@{Version}";

    /// <summary>Whether an item names a package of a module, and not a directory: the first part of a module path is a domain.</summary>
    public static bool IsPackage(ITaskItem item) => Domain().IsMatch(item.ItemSpec);

    /// <summary>Whether a resolved item is one of these.</summary>
    public static bool IsResolved(ITaskItem item) => item.GetMetadata(PackageKey).Length > 0;

    /// <summary>Reads an item of the user.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.ToolNotPinned"/> or <see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoToolDefinition Read(ITaskItem item, string projectFile, string toolsDirectory, string digest)
    {
        var package = item.ItemSpec.Trim().TrimEnd('/');
        var version = item.GetMetadata("Version").Trim();
        if (package.Contains('@', StringComparison.Ordinal))
        {
            throw GoBuildDefinition.Invalid(GoItemKind.Tool, item, projectFile, "a path has no `@`.", "Set Version to what follows it.");
        }

        if (!Release().IsMatch(version))
        {
            throw new GoToolchainException(
                GoErrorCodes.ToolNotPinned,
                version.Length == 0 ? $"GoTool `{package}` has no Version." : $"GoTool `{package}`: `{version}` is not one fixed version.",
                nextStep: "Set Version to a release such as v1.2.3; a tool in the repository is named by its directory, with ./ or ../ in front."
            );
        }

        var name = item.GetMetadata("OutputName") is { Length: > 0 } given ? given : DefaultName(package);
        var job = new GoJob(
            GoItemKind.Tool,
            name,
            Path.GetDirectoryName(projectFile)!,
            Path.Combine(toolsDirectory, $"{name}@{version}.{digest}")
        );
        return name.AsSpan().IndexOfAny("/\\\0") < 0
            ? new GoToolDefinition(job, package, version)
            : throw job.Invalid(item, projectFile, $"`{name}` cannot be the name of a file.", "Set OutputName to a plain file name.");
    }

    /// <summary>Reads a resolved item.</summary>
    public static GoToolDefinition Read(ITaskItem item) =>
        new(GoJob.Read(item), item.GetMetadata(PackageKey), item.GetMetadata("Version").Trim());

    /// <summary>The user's item with this in its metadata.</summary>
    public ITaskItem ToItem(ITaskItem source)
    {
        var item = Job.ToItem(source);
        item.Set(PackageKey, Package);
        return item;
    }

    // example.com/cmd/hello/v2 is `hello` (cmd/go/internal/load, DefaultExecName).
    private static string DefaultName(string package)
    {
        var parts = package.Split('/');
        return parts.Length > 1 && MajorVersion().IsMatch(parts[^1]) ? parts[^2] : parts[^1];
    }

    [GeneratedRegex(@"^[A-Za-z0-9][^/\\:]*\.[^/\\:]+(/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    // Canonical versions and pseudo-versions (https://go.dev/ref/mod#versions): everything else may move.
    [GeneratedRegex(@"^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Release();

    [GeneratedRegex(@"^v([2-9]|[1-9]\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MajorVersion();
}
