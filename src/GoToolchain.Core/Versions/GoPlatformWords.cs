using System.Collections.Frozen;

namespace GoToolchain;

/// <summary>
/// The values of GOOS and GOARCH that Go knows, past and future ones among them: those that it takes as build constraints in file names
/// (https://github.com/golang/go/blob/master/src/internal/syslist/syslist.go).
/// </summary>
internal static class GoPlatformWords
{
    public static FrozenSet<string> Systems { get; } =
        Words("aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos");

    public static FrozenSet<string> Architectures { get; } =
        Words(
            "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 "
                + "s390 s390x sparc sparc64 wasm"
        );

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
