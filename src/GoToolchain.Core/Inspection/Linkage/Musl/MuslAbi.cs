namespace GoToolchain.Inspection.Linkage.Musl;

/// <summary>What differs between the ports of musl.</summary>
internal static class MuslAbi
{
    /// <summary>musl's name of the machine, which is in the names of its loader and of Alpine's C library; null: it has no port.</summary>
    public static string? Name(string? arch) =>
        arch switch
        {
            "386" => "i386",
            "amd64" => "x86_64",
            "arm" => "armhf",
            "arm64" => "aarch64",
            "loong64" => "loongarch64",
            "mips" => "mips",
            "mipsle" => "mipsel",
            "mips64" => "mips64",
            "mips64le" => "mips64el",
            "ppc64le" => "powerpc64le",
            "riscv64" => "riscv64",
            "s390x" => "s390x",
            _ => null,
        };

    /// <summary>Where the loader is.</summary>
    public static string? Loader(string? arch) => Name(arch) is { } name ? $"/lib/ld-musl-{name}.so.1" : null;

    /// <summary>The machine in the name of a loader; null when it is not musl's.</summary>
    public static string? NameOf(string interpreter)
    {
        var file = interpreter[(interpreter.LastIndexOf('/') + 1)..];
        return file.StartsWith("ld-musl-", StringComparison.Ordinal) && file.EndsWith(".so.1", StringComparison.Ordinal)
            ? file["ld-musl-".Length..^".so.1".Length]
            : null;
    }

    /// <summary>Whether a need is one for musl's C library: Alpine calls it after the machine, musl's own compiler wrapper <c>libc.so</c>.</summary>
    public static bool IsLibraryName(string need) => need == "libc.so" || need.StartsWith("libc.musl-", StringComparison.Ordinal);
}
