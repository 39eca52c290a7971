namespace GoToolchain;

/// <summary>
/// .NET runtime identifiers and Go platforms, both ways. Sources: the .NET RID catalogue
/// (https://learn.microsoft.com/dotnet/core/rid-catalog, PortableRuntimeIdentifierGraph.json in dotnet/sdk) and Go's list of ports
/// (<c>go tool dist list</c>).
/// </summary>
internal static class GoRuntimeIdentifiers
{
    // Where several identifiers mean one platform, the first is the answer for it.
    private static readonly KeyValuePair<string, GoPlatform>[] s_portable =
    [
        .. Of("win", "windows", "x64", "x86", "arm64", "arm"),
        .. Of("linux", "linux", "x64", "x86", "arm64", "arm", "riscv64", "loongarch64", "s390x", "ppc64le", "armv6", "armel", "mips64"),
        .. Of("linux-musl", "linux", "x64", "x86", "arm64", "arm", "riscv64", "loongarch64", "s390x", "ppc64le", "armv6"),
        .. Of("osx", "darwin", "x64", "arm64"),
        .. Of("freebsd", "freebsd", "x64", "x86", "arm64", "arm"),
        .. Of("illumos", "illumos", "x64"),
        .. Of("solaris", "solaris", "x64"),
        .. Of("android", "android", "x64", "x86", "arm64", "arm"),
        .. Of("linux-bionic", "android", "x64", "x86", "arm64", "arm"),
        .. Of("ios", "ios", "arm64"),
        .. Of("iossimulator", "ios", "x64", "arm64"),
        .. Of("maccatalyst", "ios", "x64", "arm64"),
        new("browser-wasm", new GoPlatform("js", "wasm")),
        new("wasi-wasm", new GoPlatform("wasip1", "wasm")),
    ];

    private static readonly Dictionary<string, GoPlatform> s_byRid = new(s_portable, StringComparer.OrdinalIgnoreCase);

    // An SDK that a distribution built from source names itself in NETCoreSdkRuntimeIdentifier (`ubuntu.24.04-x64`), and old projects name
    // releases of systems (`win10-x64`, `osx.13-arm64`).
    private static readonly Dictionary<string, string> s_portableNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["win"] = "win",
        ["win7"] = "win",
        ["win8"] = "win",
        ["win81"] = "win",
        ["win10"] = "win",
        ["osx"] = "osx",
        ["freebsd"] = "freebsd",
        ["android"] = "android",
        ["ios"] = "ios",
        ["alpine"] = "linux-musl",
        ["almalinux"] = "linux",
        ["amzn"] = "linux",
        ["arch"] = "linux",
        ["azurelinux"] = "linux",
        ["centos"] = "linux",
        ["debian"] = "linux",
        ["fedora"] = "linux",
        ["gentoo"] = "linux",
        ["linuxmint"] = "linux",
        ["manjaro"] = "linux",
        ["nixos"] = "linux",
        ["ol"] = "linux",
        ["opensuse"] = "linux",
        ["rhel"] = "linux",
        ["rocky"] = "linux",
        ["sles"] = "linux",
        ["ubuntu"] = "linux",
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

    /// <summary>Every portable runtime identifier for which Go has a platform, those of one system side by side.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_portable.Select(pair => pair.Key)];

    /// <summary>The portable spelling of a runtime identifier: <c>linux-musl-x64</c> for <c>alpine.3.20-x64</c>; null when Go has no platform for it.</summary>
    public static string? ToPortableRid(string rid)
    {
        var portable = ToPortable(rid);
        return All.FirstOrDefault(known => known.Equals(rid, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(known => known.Equals(portable, StringComparison.OrdinalIgnoreCase));
    }

    public static GoPlatform? ToPlatform(string rid) => s_byRid.GetValueOrDefault(rid) ?? s_byRid.GetValueOrDefault(ToPortable(rid));

    public static string? FromPlatform(GoPlatform platform) => Array.Find(s_portable, pair => pair.Value == platform).Key;

    private static string ToPortable(string rid)
    {
        var dash = rid.LastIndexOf('-');
        if (dash < 0)
        {
            return rid;
        }

        var system = rid[..dash].Split('.', 2)[0];
        return s_portableNames.TryGetValue(system, out var portable) ? portable + rid[dash..] : rid;
    }

    private static IEnumerable<KeyValuePair<string, GoPlatform>> Of(string ridSystem, string os, params string[] architectures) =>
        architectures.Select(arch => KeyValuePair.Create($"{ridSystem}-{arch}", new GoPlatform(os, ToGoArch(arch))));

    private static string ToGoArch(string ridArchitecture) =>
        ridArchitecture switch
        {
            "x64" => "amd64",
            "x86" => "386",
            "armv6" or "armel" => "arm",
            "loongarch64" => "loong64",
            // .NET runs on little-endian MIPS only.
            "mips64" => "mips64le",
            var same => same,
        };
}
