namespace GoToolchain.Fixtures;

/// <summary>
/// The distribution's C compilers for other platforms, from its packages but without root: for 64-bit and 32-bit ARM, for Windows, and for musl.
/// Unpacked, they do not find all their parts by themselves; small scripts of the same names tell them where these are. About 115 MB are fetched
/// and 400 MB kept, once per checkout.
/// </summary>
public static class DistributionCompilers
{
    private const string Name = "cross-compilers";

    private static readonly string[] s_packages =
    [
        "gcc-aarch64-linux-gnu",
        "libc6-dev-arm64-cross",
        "gcc-arm-linux-gnueabihf",
        "libc6-dev-armhf-cross",
        "gcc-mingw-w64-x86-64-win32",
        "musl-tools",
    ];

    // Of what these need, the machine has the C library and more; the rest has the target in its name, or belongs to gcc.
    private static readonly string[] s_wanted =
    [
        "-cross",
        "-aarch64-linux-gnu",
        "-arm-linux-gnueabihf",
        "mingw",
        "musl",
        "libgmp",
        "libisl",
        "libmpc",
        "libmpfr",
    ];

    // For sanitizers, which no test uses.
    private static readonly string[] s_unwanted = ["libasan", "libtsan", "libubsan", "libhwasan", "liblsan", "libitm"];

    // Half of all bytes: for whole-program optimization, for other languages, and to read.
    private static readonly string[] s_needlessDirectories = ["usr/share/doc", "usr/share/locale", "usr/share/man"];
    private static readonly string[] s_needlessFiles = ["lto1", "*-lto-dump-*", "libstdc++*", "libgnat*", "libgfortran*"];

    /// <summary>Gets them.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <returns>A directory for PATH, <c>bin</c> of the one with the packages; or why they are not to be had.</returns>
    public static async Task<UnpackedPackages> EnsureAsync(CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux() || GoPlatform.Host.Arch != "amd64")
        {
            return new UnpackedPackages(null, "The compilers are those for Linux on x64.");
        }

        var packages = await DistributionPackages.UnpackWithDependenciesAsync(Name, s_packages, IsWanted, Finish, cancel);
        return packages.Directory is { } root ? new UnpackedPackages(Path.Combine(root, "bin")) : packages;
    }

    private static bool IsWanted(string package) =>
        s_wanted.Any(w => package.Contains(w, StringComparison.Ordinal))
        && !s_unwanted.Any(u => package.StartsWith(u, StringComparison.Ordinal));

    private static void Finish(string root)
    {
        foreach (var directory in s_needlessDirectories.Select(d => Path.Combine(root, d)).Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }

        foreach (var file in s_needlessFiles.SelectMany(p => Directory.GetFiles(root, p, SearchOption.AllDirectories)))
        {
            File.Delete(file);
        }

        foreach (var compiler in (string[])["aarch64-linux-gnu-gcc", "arm-linux-gnueabihf-gcc"])
        {
            Write(root, compiler, $"LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu exec $root/usr/bin/{compiler} --sysroot=$root \"$@\"");
        }

        Write(
            root,
            "x86_64-w64-mingw32-gcc-win32",
            "LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu exec $root/usr/bin/x86_64-w64-mingw32-gcc-win32 \"$@\""
        );
        // It is a script around the gcc of the machine already, and names its parts by absolute paths.
        var specs = Path.Combine(root, "usr/lib/x86_64-linux-musl/musl-gcc.specs");
        Write(root, "x86_64-linux-musl-gcc", "exec gcc \"$@\" -specs $root/musl-gcc.specs");
        File.WriteAllText(
            Path.Combine(root, "musl-gcc.specs"),
            File.ReadAllText(specs)
                .Replace("/usr/", Path.Combine(Path.GetDirectoryName(root)!, Name, "usr") + "/", StringComparison.Ordinal)
        );
    }

    private static void Write(string root, string name, string line)
    {
        var file = Path.Combine(root, "bin", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Go runs a compiler by its absolute path.
        File.WriteAllText(file, $"#!/bin/sh\nroot=${{0%/bin/*}}\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        }
    }
}
