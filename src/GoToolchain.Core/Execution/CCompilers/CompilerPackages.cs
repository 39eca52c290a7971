namespace GoToolchain.Execution.CCompilers;

/// <summary>How to get a C compiler with the headers of the C library, on this system: for the system itself, and for another platform.</summary>
internal static class CompilerPackages
{
    /// <summary>The packages with a compiler for the system itself.</summary>
    public static IReadOnlyDictionary<PackageManager, string> OfThisMachine { get; } =
        new Dictionary<PackageManager, string>
        {
            [PackageManager.Apt] = "gcc libc6-dev",
            [PackageManager.Apk] = "gcc musl-dev",
            [PackageManager.Dnf] = "gcc glibc-devel",
            [PackageManager.Pacman] = "gcc",
            [PackageManager.Zypper] = "gcc glibc-devel",
            [PackageManager.Xbps] = "gcc glibc-devel",
            [PackageManager.WinGet] = "BrechtSanders.WinLibs.POSIX.UCRT",
        };

    /// <summary>The packages with <c>musl-gcc</c>.</summary>
    public static IReadOnlyDictionary<PackageManager, string> OfMuslWrapper { get; } =
        new Dictionary<PackageManager, string>
        {
            [PackageManager.Apt] = "musl-tools",
            [PackageManager.Dnf] = "musl-gcc",
            [PackageManager.Pacman] = "musl",
        };

    /// <summary>What to run for a compiler that compiles for the machine itself: one sentence.</summary>
    /// <param name="host">The machine.</param>
    public static string Advice(HostMachine host) =>
        host.Platform.Os switch
        {
            "darwin" => "Run `xcode-select --install`.",
            "windows" =>
                $"Install a MinGW-w64 gcc and put it on PATH (`{PackageManagers.Command(PackageManager.WinGet, OfThisMachine[PackageManager.WinGet])}`, "
                    + "or MSYS2: `pacman -S mingw-w64-ucrt-x86_64-gcc`).",
            _ => PackageManagers.Of(host) is var manager && OfThisMachine.TryGetValue(manager, out var packages)
                ? $"Run `{PackageManagers.Command(manager, packages)}` (or ask somebody who may)."
                : "Install gcc or clang, and the headers of the C library.",
        };

    /// <summary>What to run for a compiler that compiles for another platform: one sentence without its end; null when no package of the system is known to have one.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="compiler">What is known about compilers for the target.</param>
    public static string? Advice(HostMachine host, CrossCompiler compiler) =>
        PackageManagers.Of(host) is var manager && compiler.Packages.TryGetValue(manager, out var packages)
            ? $"Run `{PackageManagers.Command(manager, packages)}` (or ask somebody who may)"
            : null;

    /// <summary>What to run for a wrapper that makes the compiler of the system compile for musl: one sentence without its end; null: none is known.</summary>
    /// <param name="host">The machine.</param>
    public static string? AdviceForMusl(HostMachine host) =>
        PackageManagers.Of(host) is var manager && OfMuslWrapper.TryGetValue(manager, out var packages)
            ? $"Run `{PackageManagers.Command(manager, packages)}` (or ask somebody who may)"
            : null;
}
