namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>What differs between the ports of the GNU C library.</summary>
internal static class GlibcAbi
{
    /// <summary>The loader, where the psABI of each machine has it (glibc, sysdeps/*/ldsodefs and shlib-versions); null: there is no port.</summary>
    public static string? Loader(string? arch) =>
        arch switch
        {
            "386" => "/lib/ld-linux.so.2",
            "amd64" => "/lib64/ld-linux-x86-64.so.2",
            "arm" => "/lib/ld-linux-armhf.so.3",
            "arm64" => "/lib/ld-linux-aarch64.so.1",
            "loong64" => "/lib64/ld-linux-loongarch-lp64d.so.1",
            "mips" or "mipsle" => "/lib/ld.so.1",
            "mips64" or "mips64le" => "/lib64/ld.so.1",
            "ppc64" => "/lib64/ld64.so.1",
            "ppc64le" => "/lib64/ld64.so.2",
            "riscv64" => "/lib/ld-linux-riscv64-lp64d.so.1",
            "s390x" => "/lib/ld64.so.1",
            _ => null,
        };

    /// <summary>The flags of its entries in the cache: FLAG_ELF_LIBC6 and the ABI (sysdeps/generic/ldconfig.h). Null: entries are not told apart.</summary>
    public static int? CacheFlags(string? arch) =>
        arch switch
        {
            "386" => 0x0003,
            "amd64" => 0x0303,
            "arm" => 0x0903,
            "arm64" => 0x0a03,
            "ppc64le" => 0x0503,
            "riscv64" => 0x1003,
            "s390x" => 0x0403,
            _ => null,
        };

    /// <summary>Debian's name of the machine in directories; null: it has no port.</summary>
    public static string? MultiarchName(string? arch) =>
        arch switch
        {
            "386" => "i386-linux-gnu",
            "amd64" => "x86_64-linux-gnu",
            "arm" => "arm-linux-gnueabihf",
            "arm64" => "aarch64-linux-gnu",
            "loong64" => "loongarch64-linux-gnu",
            "mips64le" => "mips64el-linux-gnuabi64",
            "mipsle" => "mipsel-linux-gnu",
            "ppc64le" => "powerpc64le-linux-gnu",
            "riscv64" => "riscv64-linux-gnu",
            "s390x" => "s390x-linux-gnu",
            _ => null,
        };

    /// <summary>What the kernel calls the machine (AT_PLATFORM), which is what <c>$PLATFORM</c> stands for.</summary>
    public static string Platform(string? arch) =>
        arch switch
        {
            "386" => "i686",
            "amd64" => "x86_64",
            "arm" => "v7l",
            "arm64" => "aarch64",
            "loong64" => "loongarch64",
            "ppc64le" => "power8",
            null => "",
            _ => arch,
        };

    /// <summary>The directories that a loader searches that could not be read: those of the distributions.</summary>
    public static IReadOnlyList<string> UsualDirectories(string? arch)
    {
        var multiarch = MultiarchName(arch) is { } name ? new[] { $"/lib/{name}/", $"/usr/lib/{name}/" } : [];
        var wide = arch is "386" or "arm" or "mips" or "mipsle" ? Array.Empty<string>() : ["/lib64/", "/usr/lib64/"];
        return [.. multiarch, .. wide, "/lib/", "/usr/lib/"];
    }
}
