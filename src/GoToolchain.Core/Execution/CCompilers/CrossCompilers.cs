namespace GoToolchain.Execution.CCompilers;

/// <summary>
/// The C compilers for other platforms, by the names under which distributions and toolchain builders install them. docs/cross-compiling.md shows this
/// table; a test compares them.
/// </summary>
internal static class CrossCompilers
{
    // The file lists of the packages (https://packages.debian.org), and https://wiki.debian.org/CrossToolchains.
    private const string Debian = "Debian";

    // https://github.com/mstorsjo/llvm-mingw, https://www.mingw-w64.org/downloads/
    private const string MinGw = "Debian, Fedora, Arch, Homebrew (mingw-w64); llvm-mingw";

    // https://musl.cc and https://github.com/richfelker/musl-cross-make name them so; Debian's musl-tools has the first and the wrapper.
    private const string Musl = "Debian (musl-tools); musl-cross-make";

    // https://github.com/tpoechtrager/osxcross
    private const string OsxCross = "osxcross";

    private static readonly Dictionary<string, CrossCompiler> s_all = Create().ToDictionary(c => c.Rid, StringComparer.Ordinal);

    /// <summary>All, for which something is known.</summary>
    public static IReadOnlyCollection<CrossCompiler> All => s_all.Values;

    /// <summary>What is known for a target.</summary>
    /// <param name="target">The target.</param>
    public static CrossCompiler Of(GoTarget target) =>
        s_all.GetValueOrDefault(target.RuntimeIdentifier) ?? new(target.RuntimeIdentifier, [], "");

    private static IEnumerable<CrossCompiler> Create() =>
        [
            MinGwOf("win-x64", "x86_64", "x86_64-windows-gnu", apt: "gcc-mingw-w64-x86-64", dnf: "mingw64-gcc", apk: "mingw-w64-gcc"),
            MinGwOf("win-x86", "i686", "x86-windows-gnu", apt: "gcc-mingw-w64-i686", dnf: "mingw32-gcc", apk: "i686-mingw-w64-gcc"),
            new("win-arm64", ["aarch64-w64-mingw32-gcc", "aarch64-w64-mingw32-clang"], MinGw)
            {
                ZigTarget = "aarch64-windows-gnu",
                Packages = Packages((PackageManager.WinGet, "MartinStorsjo.LLVM-MinGW.UCRT")),
            },
            Gnu("linux-x64", "x86_64-linux-gnu", "gcc-x86-64-linux-gnu libc6-dev-amd64-cross", brew: "x86_64-unknown-linux-gnu"),
            Gnu("linux-x86", "i686-linux-gnu", "gcc-i686-linux-gnu libc6-dev-i386-cross", zig: "x86-linux-gnu"),
            Gnu(
                "linux-arm64",
                "aarch64-linux-gnu",
                "gcc-aarch64-linux-gnu libc6-dev-arm64-cross",
                pacman: "aarch64-linux-gnu-gcc",
                brew: "aarch64-unknown-linux-gnu"
            ),
            Gnu("linux-arm", "arm-linux-gnueabihf", "gcc-arm-linux-gnueabihf libc6-dev-armhf-cross"),
            Gnu("linux-armel", "arm-linux-gnueabi", "gcc-arm-linux-gnueabi libc6-dev-armel-cross"),
            Gnu("linux-riscv64", "riscv64-linux-gnu", "gcc-riscv64-linux-gnu libc6-dev-riscv64-cross", pacman: "riscv64-linux-gnu-gcc"),
            Gnu("linux-loongarch64", "loongarch64-linux-gnu", "gcc-loongarch64-linux-gnu libc6-dev-loong64-cross"),
            Gnu("linux-s390x", "s390x-linux-gnu", "gcc-s390x-linux-gnu libc6-dev-s390x-cross"),
            Gnu("linux-ppc64le", "powerpc64le-linux-gnu", "gcc-powerpc64le-linux-gnu libc6-dev-ppc64el-cross"),
            Gnu("linux-mips64", "mips64el-linux-gnuabi64", "gcc-mips64el-linux-gnuabi64 libc6-dev-mips64el-cross"),
            MuslOf("linux-musl-x64", "x86_64-linux-musl"),
            MuslOf("linux-musl-x86", "i686-linux-musl", zig: "x86-linux-musl"),
            MuslOf("linux-musl-arm64", "aarch64-linux-musl"),
            MuslOf("linux-musl-arm", "arm-linux-musleabihf"),
            MuslOf("linux-musl-riscv64", "riscv64-linux-musl"),
            MuslOf("linux-musl-s390x", "s390x-linux-musl"),
            MuslOf("linux-musl-ppc64le", "powerpc64le-linux-musl"),
            MuslOf("linux-musl-loongarch64", "loongarch64-linux-musl"),
            new("osx-x64", ["o64-clang"], OsxCross),
            new("osx-arm64", ["oa64-clang"], OsxCross),
        ];

    private static CrossCompiler MinGwOf(string rid, string processor, string zig, string apt, string dnf, string apk) =>
        new(
            rid,
            [
                $"{processor}-w64-mingw32-gcc",
                // Debian installs both thread models, and a link without a suffix that only its package scripts make.
                $"{processor}-w64-mingw32-gcc-posix",
                $"{processor}-w64-mingw32-gcc-win32",
                $"{processor}-w64-mingw32-clang",
            ],
            MinGw
        )
        {
            ZigTarget = zig,
            Packages = Packages(
                (PackageManager.Apt, apt),
                (PackageManager.Dnf, dnf),
                (PackageManager.Pacman, "mingw-w64-gcc"),
                (PackageManager.Apk, apk),
                (PackageManager.Homebrew, "mingw-w64"),
                (PackageManager.WinGet, "MartinStorsjo.LLVM-MinGW.UCRT")
            ),
        };

    private static CrossCompiler Gnu(
        string rid,
        string triple,
        string apt,
        string? pacman = null,
        string? brew = null,
        string? zig = null
    ) =>
        new(
            rid,
            // crosstool-NG and the cross toolchains for Homebrew put a vendor into the name.
            [triple + "-gcc", triple.Insert(triple.IndexOf('-', StringComparison.Ordinal), "-unknown") + "-gcc"],
            Debian + ", Arch; crosstool-NG, messense/macos-cross-toolchains"
        )
        {
            ZigTarget = zig ?? triple,
            Packages = Packages(
                (PackageManager.Apt, apt),
                (PackageManager.Pacman, pacman),
                (PackageManager.Homebrew, brew is null ? null : "messense/macos-cross-toolchains/" + brew)
            ),
        };

    private static CrossCompiler MuslOf(string rid, string triple, string? zig = null) =>
        new(rid, [triple + "-gcc"], Musl)
        {
            OfSameProcessor = "musl-gcc",
            ZigTarget = zig ?? triple,
            Packages = Packages(
                (
                    PackageManager.Homebrew,
                    rid.EndsWith("64", StringComparison.Ordinal) && triple[0] is 'x' or 'a' ? "filosottile/musl-cross/musl-cross" : null
                )
            ),
        };

    private static Dictionary<PackageManager, string> Packages(params (PackageManager Manager, string? Packages)[] packages) =>
        packages.Where(p => p.Packages is not null).ToDictionary(p => p.Manager, p => p.Packages!);
}
