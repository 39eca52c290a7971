using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>How lines begin and end that mean something to whoever puts them together.</summary>
internal static partial class LineShapes
{
    private static readonly string[] s_progress = ["go: downloading ", "go: finding module ", "go: found ", "go: extracting "];
    private static readonly string[] s_crash =
    [
        "panic: ",
        "fatal error: ",
        "runtime: ",
        "goroutine ",
        "unexpected fault address ",
        "SIGABRT: ",
        "SIGBUS: ",
        "SIGFPE: ",
        "SIGILL: ",
        "SIGQUIT: ",
        "SIGSEGV: ",
        "SIGTRAP: ",
        "internal compiler error: ",
    ];

    private static readonly string[] s_usage =
    [
        "flag provided but not defined: ",
        "usage: ",
        "invalid value \"",
        "flag needs an argument: ",
    ];

    /// <summary>What go does at the moment; the end of a build does not depend on it.</summary>
    public static bool IsProgress(string line) => StartsWithAny(line, s_progress);

    /// <summary>Says nothing but that lines with places follow.</summary>
    public static bool IsHeadline(string line) =>
        line is "malformed go.sum:" || (line.StartsWith("go: errors parsing ", StringComparison.Ordinal) && line.EndsWith(':'));

    /// <summary>A tool of Go dies with a stack trace.</summary>
    public static bool IsCrash(string line) => StartsWithAny(line, s_crash);

    /// <summary>A tool refuses its arguments, and explains all those that it takes.</summary>
    public static bool IsUsage(string line) => StartsWithAny(line, s_usage);

    /// <summary>Go's linker has run the C compiler to link, in vain; what the linker said follows.</summary>
    public static bool IsExternalLink(string line) =>
        line.Contains(": running ", StringComparison.Ordinal) && line.Contains(" failed: ", StringComparison.Ordinal);

    /// <summary>The package that is now spoken of: <c># example.com/a</c>, <c># example.com/a [example.com/a.test]</c>; null when it is no such line.</summary>
    public static string? PackageOf(string line)
    {
        if (!line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("# [", StringComparison.Ordinal))
        {
            return null;
        }

        var name = line[2..];
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name
            : name[(space + 1)..] is ['[', .., ']'] ? name[..space]
            : null;
    }

    /// <summary>What follows comes from <c>go vet</c>, which repeats the package in brackets.</summary>
    public static bool IsVetHeader(string line) =>
        line.StartsWith("# [", StringComparison.Ordinal) && line.EndsWith(']') && !line.AsSpan(2).Contains(' ');

    /// <summary>pkg-config was asked, and what it says follows.</summary>
    public static bool IsPackageConfig(string line) =>
        line.StartsWith("# [pkg-config ", StringComparison.Ordinal) || line.StartsWith("# pkg-config ", StringComparison.Ordinal);

    /// <summary>A line of a C compiler or linker that says where the next one is.</summary>
    public static bool IsPrelude(string line) =>
        line.StartsWith("In file included from ", StringComparison.Ordinal)
        || line.StartsWith("In module imported at ", StringComparison.Ordinal)
        || line.EndsWith(": Assembler messages:", StringComparison.Ordinal)
        || (
            line.EndsWith(':')
            && (
                line.Contains(": In ", StringComparison.Ordinal)
                || line.Contains(": At ", StringComparison.Ordinal)
                || line.Contains(": in function ", StringComparison.Ordinal)
            )
        );

    /// <summary>A template's place, as a step on the way to an error.</summary>
    public static bool IsTemplateStep(string message) =>
        message.StartsWith("required from ", StringComparison.Ordinal)
        || message.StartsWith("required by ", StringComparison.Ordinal)
        || message.StartsWith("recursively required ", StringComparison.Ordinal);

    /// <summary>The last words of a C compiler, which belong to what it said before.</summary>
    public static bool IsCoda(string line) =>
        line == "compilation terminated."
        || line.EndsWith(" generated.", StringComparison.Ordinal)
        || line.EndsWith(" being treated as errors", StringComparison.Ordinal)
        || (line.StartsWith("asm: assembly of ", StringComparison.Ordinal) && line.EndsWith(" failed", StringComparison.Ordinal));

    /// <summary>A message of a C compiler without a place: <c>gcc: error: …</c>, <c>/usr/bin/ld: warning: …</c>.</summary>
    public static Match CTool(string line) => CToolMessage().Match(line);

    /// <summary>What kind of message of a C compiler it is: <c>error: </c>, <c>fatal error: </c>, <c>warning: </c>, <c>note: </c>.</summary>
    public static Match CMessage(string message) => CMessageKind().Match(message);

    private static bool StartsWithAny(string line, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // cgo reports errors in its own generated files by the names of programs, some with the directory before them.
    [GeneratedRegex(
        @"^[^\s:]{0,1024}(cc1|cc1plus|cc1obj|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|collect2|ld|ld\.\w{1,20}|as|lld|zig|gcc-\d{1,3}|g\+\+-\d{1,3}|clang-\d{1,3})(\.exe)?: (fatal )?(?<kind>error|warning): ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CToolMessage();

    [GeneratedRegex(
        @"^(fatal )?(?<kind>error|warning|note|remark): ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CMessageKind();
}
