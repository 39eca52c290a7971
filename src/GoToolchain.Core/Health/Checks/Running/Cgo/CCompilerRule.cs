using System.Text.RegularExpressions;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>What one message of a C compiler or its linker means.</summary>
/// <param name="Source">Whose message it is.</param>
/// <param name="Pattern">The message; takes linear time whatever the text is.</param>
/// <param name="Cause">The cause: the end of a sentence; groups of the pattern as <c>$1</c>.</param>
internal sealed record CCompilerRule(string Source, Regex Pattern, string Cause)
{
    /// <summary>The rules, the more telling ones first.</summary>
    public static IReadOnlyList<CCompilerRule> All { get; } =
    [
        Of(
            "gcc",
            @"fatal error: (\S+\.h): No such file or directory",
            "the header $1 is missing: the headers of the C library are not installed"
        ),
        Of("clang", @"fatal error: '(\S+\.h)' file not found", "the header $1 is missing: the headers of the C library are not installed"),
        Of(
            "GNU ld, lld",
            @"cannot (?:find|open) (\S*crt\w*\.o)",
            "the start file $1 is missing: the development files of the C library are not installed"
        ),
        Of("GNU ld", @"cannot find (-l\S+)", "the linker does not find the library $1"),
        Of("lld", @"unable to find library (-l\S+)", "the linker does not find the library $1"),
        Of("gcc, collect2", @"cannot find ['‘](ld|as)['’]", "$1 is missing: the assembler and the linker (binutils) are not installed"),
        Of("gcc", @"cannot execute ['‘]([^'’]+)['’]", "its part $1 is missing or may not be executed: it is only half installed"),
        Of("clang", @"unable to execute command: Executable ""([^""]+)"" doesn't exist", "$1 is missing: the linker is not installed"),
        Of("clang", @"invalid linker name in argument '([^']+)'", "the linker that it is told to use ($1) is not there"),
        Of("ld.so", @"error while loading shared libraries: ([^:]+):", "it cannot start: the shared library $1 is missing"),
        Of("gcc, clang", @"(?:unrecognized command[- ]line option|unknown argument:) ['‘]([^'’]+)['’]", "it does not know its flag $1"),
        Of("clang", @"unknown target triple '([^']+)'", "it does not know the target $1"),
        Of("GNU ld", @"(skipping incompatible \S+)", "its libraries are for another machine ($1)"),
        Of("all", @"([Nn]o space left on device)", "there is no room left for its files"),
        Of("all", @"(Killed signal terminated program \S+|internal compiler error[^\n]*)", "it crashes ($1)"),
    ];

    private static CCompilerRule Of(string source, string pattern, string cause) =>
        new(source, new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), cause);

    /// <summary>Names the cause.</summary>
    /// <param name="messages">What the compiler wrote.</param>
    /// <returns>The end of a sentence; null when no rule knows it.</returns>
    public static string? Explain(string messages) =>
        All.Select(r => (Rule: r, Match: r.Pattern.Match(messages))).FirstOrDefault(x => x.Match.Success) is { Rule: not null } found
            ? found.Rule.Cause.Replace("$1", found.Match.Groups[1].Value, StringComparison.Ordinal)
            : null;

    /// <summary>The line of a C compiler's messages that says most.</summary>
    /// <param name="messages">What it wrote.</param>
    public static string DecisiveLine(string messages)
    {
        var lines = messages.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        return lines.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? lines.FirstOrDefault(l => l.Contains("cannot", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? "";
    }
}
