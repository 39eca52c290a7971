using System.Text.RegularExpressions;
using GoToolchain.Environments;

namespace GoToolchain.Execution.CCompilers;

/// <summary>
/// <c>zig cc</c>: clang with the headers and C libraries of many targets. Used only when it is asked for: with the word <c>zig</c>, or
/// <c>zig:2.28</c> for a program that runs with that glibc and newer (https://github.com/ziglang/zig/issues/7342).
/// </summary>
internal static partial class Zig
{
    // The PyPI distribution of zig calls it so (https://pypi.org/project/ziglang/).
    private static readonly string[] s_programs = ["zig", "python-zig"];

    /// <summary>Whether a wanted compiler is the word.</summary>
    /// <param name="wanted">The value of CC.</param>
    public static bool IsWanted(string wanted) =>
        wanted.Trim() is var word && (word == "zig" || word.StartsWith("zig:", StringComparison.Ordinal));

    /// <summary>The compilers for a target.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="wanted">The word.</param>
    /// <param name="target">The target.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NamedCompilerUnusable"/> or
    /// <see cref="GoErrorCodes.CompilerForOtherTarget"/>.</exception>
    public static GoCCompiler Find(HostMachine host, string wanted, GoTarget target)
    {
        var version = wanted.Trim() is { Length: > 4 } text ? text["zig:".Length..] : "";
        var triple = CrossCompilers.Of(target).ZigTarget;
        if (triple is null)
        {
            throw new GoToolchainException(
                GoErrorCodes.CompilerForOtherTarget,
                $"`zig cc` brings no C library and headers with which Go could build for {target.RuntimeIdentifier}.",
                nextStep: "Name a compiler for that platform in CC."
            );
        }

        if (wanted.Contains(':', StringComparison.Ordinal) && !GlibcVersion().IsMatch(version))
        {
            throw new GoToolchainException(
                GoErrorCodes.NamedCompilerUnusable,
                $"`{wanted.Trim()}` names no version of glibc.",
                nextStep: "Write `zig`, or `zig:2.28` for glibc 2.28 and newer."
            );
        }

        if (version.Length > 0 && !triple.Contains("-linux-gnu", StringComparison.Ordinal))
        {
            throw new GoToolchainException(
                GoErrorCodes.NamedCompilerUnusable,
                $"`{wanted.Trim()}` names a version of glibc, which {target.RuntimeIdentifier} does not have.",
                nextStep: "Write `zig`."
            );
        }

        var search = new ProgramSearch(host);
        var name = s_programs.FirstOrDefault(p => search.Find(p) is not null);
        if (name is null)
        {
            throw new GoToolchainException(
                GoErrorCodes.NamedCompilerUnusable,
                $"CC asks for zig, and there is neither `zig` nor `python-zig` on PATH.",
                nextStep: Advice(host)
            );
        }

        string[] options = ["-target", version.Length > 0 ? $"{triple}.{version}" : triple];
        return new GoCCompiler(target, QuotedWords.Join([name, "cc", .. options]), search.Find(name)!, "zig")
        {
            CxxCommand = QuotedWords.Join([name, "c++", .. options]),
        };
    }

    /// <summary>How to get it: one sentence.</summary>
    /// <param name="host">The machine.</param>
    public static string Advice(HostMachine host)
    {
        var packages = PackageManagers.Of(host) switch
        {
            PackageManager.Homebrew or PackageManager.Apk or PackageManager.Pacman or PackageManager.Dnf => "zig",
            PackageManager.WinGet => "zig.zig",
            _ => null,
        };
        return packages is null
            ? "Install zig from https://ziglang.org/download/, or with `pip install ziglang`."
            : $"Install it with `{PackageManagers.Command(PackageManagers.Of(host), packages)}`, or with `pip install ziglang`.";
    }

    [GeneratedRegex(@"^2\.[0-9]{1,3}(\.[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex GlibcVersion();
}
