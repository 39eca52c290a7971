namespace GoToolchain.Execution.CCompilers;

/// <summary>What gcc and clang answer to <c>-dumpmachine</c>: <c>x86_64-linux-gnu</c>, <c>x86_64-alpine-linux-musl</c>, <c>i686-w64-mingw32</c>.</summary>
internal static class MachineName
{
    /// <summary>Why a compiler with that answer cannot compile for a target.</summary>
    /// <param name="name">The answer.</param>
    /// <param name="target">The target.</param>
    /// <returns>What it compiles for instead; null: it can, or the answer does not tell.</returns>
    public static string? Conflict(string name, GoTarget target)
    {
        var words = name.Split('-');
        var (os, arch) = (SystemOf(words), ProcessorOf(words[0]));
        if (words.Length < 2 || os is null || arch is null)
        {
            return null;
        }

        var (wantedOs, wantedArch) = (target.Platform.Os, target.Platform.Arch);
        var fits =
            os == wantedOs
            && (
                arch == wantedArch
                // Go adds -m32 and -arch itself (cmd/go, gccArchArgs).
                || (arch, wantedArch) is ("amd64", "386")
                || os == "darwin"
            )
            // A wrapper such as musl-gcc answers as the compiler behind it; the other way round there are none.
            && (target.IsMusl || words[^1] != "musl" || os != "linux");
        return fits ? null : name;
    }

    private static string? SystemOf(string[] words) => words.Skip(1).Select(SystemOf).LastOrDefault(s => s is not null);

    private static string? SystemOf(string word) =>
        word.StartsWith("mingw", StringComparison.Ordinal) || word.StartsWith("windows", StringComparison.Ordinal) ? "windows"
        : word.StartsWith("android", StringComparison.Ordinal) ? "android"
        : word.StartsWith("darwin", StringComparison.Ordinal) || word.StartsWith("macos", StringComparison.Ordinal) ? "darwin"
        : word.StartsWith("freebsd", StringComparison.Ordinal) ? "freebsd"
        : word.StartsWith("solaris", StringComparison.Ordinal) ? "solaris"
        : word == "linux" ? "linux"
        : null;

    private static string? ProcessorOf(string word) =>
        word switch
        {
            "x86_64" or "amd64" => "amd64",
            "i386" or "i486" or "i586" or "i686" => "386",
            "aarch64" or "arm64" => "arm64",
            "riscv64" => "riscv64",
            "loongarch64" => "loong64",
            "s390x" => "s390x",
            "powerpc64le" or "ppc64le" => "ppc64le",
            "mips64el" or "mipsisa64r6el" => "mips64le",
            _ when word.StartsWith("arm", StringComparison.Ordinal) => "arm",
            _ => null,
        };
}
