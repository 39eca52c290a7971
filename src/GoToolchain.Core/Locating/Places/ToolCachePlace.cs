namespace GoToolchain.Locating.Places;

/// <summary>
/// The tool cache of the runners of GitHub Actions and Azure Pipelines, from which setup-go serves. A version counts only with the file
/// <c>ARCH.complete</c> beside it; what comes from another address than Go's own is named <c>go-</c> and eight digits of a hash (actions/setup-go,
/// src/installer.ts).
/// </summary>
internal sealed class ToolCachePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.ToolCache;

    public PlaceNote Note { get; } =
        new(
            [
                "$RUNNER_TOOL_CACHE/go/X.Y.Z/x64",
                "$AGENT_TOOLSDIRECTORY/go/X.Y.Z/x64",
                "/opt/hostedtoolcache/go/X.Y.Z/x64",
                "~/hostedtoolcache/go/X.Y.Z/x64",
                @"%SystemDrive%\hostedtoolcache\windows\go\X.Y.Z\x64",
            ],
            "not complete without the file `x64.complete` (or `arm64.complete`, …) beside it"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        Caches(host)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(cache => PlaceDirectory.List(cache, IsGo, out _))
            .SelectMany(tool => PlaceDirectory.List(tool, static name => char.IsAsciiDigit(name[0]), out _))
            .SelectMany(version => PlaceDirectory.Children(version, static _ => true, ToSighting));

    private static IEnumerable<string> Caches(HostMachine host) =>
        new[]
        {
            host.DirectoryOf("RUNNER_TOOL_CACHE"),
            host.DirectoryOf("AGENT_TOOLSDIRECTORY"),
            host.Platform.IsWindows
                ? host.GetVariable("SystemDrive") is { } drive
                    ? Path.Join(drive, "/hostedtoolcache/windows")
                    : null
                : host.Rooted("/opt/hostedtoolcache"),
            host.AtHome("hostedtoolcache"),
        }.OfType<string>();

    private static bool IsGo(ReadOnlySpan<char> name) =>
        name is "go" || (name.Length == 11 && name.StartsWith("go-", StringComparison.Ordinal) && name[3..].IndexOfAnyExcept(s_digits) < 0);

    private static readonly System.Buffers.SearchValues<char> s_digits = System.Buffers.SearchValues.Create("0123456789abcdef");

    private static GoSighting ToSighting(string root) =>
        File.Exists(root + ".complete")
            ? PlaceDirectory.ToSighting(root)
            : new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was not copied to its end: the mark {Path.GetFileName(root)}.complete of the tool cache is missing.",
            };
}
