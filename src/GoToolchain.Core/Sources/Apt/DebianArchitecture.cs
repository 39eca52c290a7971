namespace GoToolchain.Sources.Apt;

/// <summary>The names that dpkg gives to architectures; see https://wiki.debian.org/SupportedArchitectures.</summary>
internal static class DebianArchitecture
{
    /// <summary>dpkg's name, or null when there is none.</summary>
    /// <param name="platform">The platform.</param>
    public static string? FromPlatform(GoPlatform platform) =>
        platform.Os != "linux"
            ? null
            : platform.Arch switch
            {
                "386" => "i386",
                "arm" => "armhf",
                "ppc64le" => "ppc64el",
                "mipsle" => "mipsel",
                "mips64le" => "mips64el",
                "amd64" or "arm64" or "riscv64" or "s390x" or "loong64" => platform.Arch,
                _ => null,
            };
}
