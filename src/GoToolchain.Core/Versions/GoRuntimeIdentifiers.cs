namespace GoToolchain;

/// <summary>
/// .NET runtime identifiers and Go platforms, both ways. Sources: the .NET RID catalogue
/// (https://learn.microsoft.com/dotnet/core/rid-catalog) and Go's list of ports (<c>go tool dist list</c>).
/// </summary>
internal static class GoRuntimeIdentifiers
{
    private static readonly Dictionary<string, string> s_osByRid = new(StringComparer.OrdinalIgnoreCase)
    {
        ["win"] = "windows",
        ["linux"] = "linux",
        ["linux-musl"] = "linux",
        ["osx"] = "darwin",
        ["freebsd"] = "freebsd",
        ["illumos"] = "illumos",
        ["solaris"] = "solaris",
        ["android"] = "android",
        ["ios"] = "ios",
    };

    private static readonly Dictionary<string, string> s_archByRid = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x64"] = "amd64",
        ["x86"] = "386",
        ["arm64"] = "arm64",
        ["arm"] = "arm",
        ["armv6"] = "arm",
        ["riscv64"] = "riscv64",
        ["loongarch64"] = "loong64",
        ["s390x"] = "s390x",
        ["ppc64le"] = "ppc64le",
    };

    /// <summary>The runtime identifiers that people use most, for messages.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "win-x64",
        "win-x86",
        "win-arm64",
        "linux-x64",
        "linux-arm64",
        "linux-arm",
        "linux-musl-x64",
        "linux-musl-arm64",
        "osx-x64",
        "osx-arm64",
    ];

    public static GoPlatform? ToPlatform(string rid)
    {
        var dash = rid.LastIndexOf('-');
        return dash > 0 && s_osByRid.TryGetValue(rid[..dash], out var os) && s_archByRid.TryGetValue(rid[(dash + 1)..], out var arch)
            ? new GoPlatform(os, arch)
            : null;
    }

    public static string? FromPlatform(GoPlatform platform)
    {
        var os = s_osByRid.FirstOrDefault(pair => pair.Value == platform.Os).Key;
        var arch = s_archByRid.FirstOrDefault(pair => pair.Value == platform.Arch).Key;
        return os is null || arch is null ? null : $"{os}-{arch}";
    }
}
