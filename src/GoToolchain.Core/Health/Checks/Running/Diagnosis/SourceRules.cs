using System.Text.RegularExpressions;
using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages about files of the standard library: gone, damaged, or of another version.</summary>
internal static class SourceRules
{
    private const string At = "^(\\S+?\\.(?:go|s|h)):(\\d+)(?::\\d+)?: ";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        Of(
            "cmd/go/internal/modload/import.go, ImportMissingError (\"in GOROOT\" up to 1.20, then \"in std\")",
            "package (\\S+) is not in (?:GOROOT|std) \\(([^)\\n]+)\\)",
            (m, f) => MissingPackage(f, m.Groups[1].Value, m.Groups[2].Value)
        ),
        Of(
            "cmd/go/internal/load/pkg.go, NoGoError; go/build, NoGoError",
            "(?:no Go files in|no non-test Go files in|build constraints exclude all Go files in|no buildable Go source files in) (\\S+)$",
            (m, f) => EmptyPackage(f, m.Groups[1].Value)
        ),
        Of(
            "go/build, MultiplePackageError",
            "found packages (\\S+) \\((\\S+)\\) and (\\S+) \\((\\S+)\\) in (\\S+)$",
            (m, f) => TwoPackages(f, m)
        ),
        Of(
            "cmd/compile (\"previous declaration\" up to 1.17); go/types",
            At + ".*?redeclared in this block\\n\\s+(?:(\\S+?):(\\d+)(?::\\d+)?: other|previous) declaration(?: at (\\S+?):(\\d+))?",
            (m, f) => Redeclared(f, m, m.Groups[3].Success && m.Groups[3].Length > 0 ? m.Groups[3].Value : m.Groups[5].Value)
        ),
        Of(
            "go/types, collectMethods (1.20 and newer)",
            At + "(?:method|field and method) .*? already declared at (\\S+?):(\\d+)",
            (m, f) => Redeclared(f, m, m.Groups[3].Value)
        ),
        Of(
            "cmd/asm/internal/lex/input.go, include",
            At + "#include: open (\\S+): no such file or directory",
            (m, f) => MissingHeader(f, f.Resolve(m.Groups[3].Value))
        ),
        Of(
            "go/scanner; go/parser; cmd/compile/internal/syntax; go/build/read.go",
            "^(?:\\S+?:\\d+:\\d+: )?(?:read )?(\\S+?\\.(?:go|s))(?::(\\d+)(?::\\d+)?)?: (syntax error: .+|expected 'package', found .+|illegal character .+|invalid (?:NUL character|UTF-8 encoding|BOM in the middle of the file).*|unexpected NUL in input|string literal not terminated|comment not terminated|unexpected EOF.*)$",
            (m, f) => Damaged(f, m)
        ),
        Of(
            "cmd/go/internal/modload/vendor.go, checkVendorConsistency",
            "^go: inconsistent vendoring in (\\S+?):?$",
            (m, f) => Vendoring(f, f.Resolve(m.Groups[1].Value))
        ),
        Of(
            "cmd/link/internal/loader, (duplicated definition of symbol)",
            "duplicated definition of symbol (\\S+), from (\\S+) and (\\S+)",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.VersionsMixed,
                    $"{m.Groups[1].Value} is defined twice ({m.Groups[2].Value} and {m.Groups[3].Value}): files of two versions are mixed.",
                    f.Tree.InstallAgain
                )
        ),
        Of("any compiler error in a file of the standard library", At + "(.+)$", (m, f) => DoesNotCompile(f, m)),
        Of(
            "cmd/compile/internal/noder; cmd/compile/internal/importer: export data that cannot be read",
            "could not import (\\S+) \\((.*(?:unexpected EOF|not a package file|malformed|unsupported version|bad magic|internal error in importing).*)\\)",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.ProgramNotBuilt,
                    $"The build cache holds a damaged result of package {m.Groups[1].Value}: {m.Groups[2].Value}.",
                    "Run `go clean -cache`."
                )
        ),
    ];

    private static HealthFinding? MissingPackage(GoFailure failure, string package, string printed)
    {
        var directory = failure.Resolve(printed);
        if (failure.Tree.Inside(directory) is not { } inside)
        {
            return new HealthFinding(
                GoErrorCodes.RootVariableForeign,
                $"`go` looks for package {package} in another tree: {directory}.",
                "Take GOROOT out of the environment and out of the go/env file; Go finds its own."
            )
            {
                Place = directory,
            };
        }

        // The highest directory that is gone is the cause: of `src` every package follows.
        while (
            Path.GetDirectoryName(inside)?.Replace('\\', '/') is { Length: > 0 } parent
            && !Directory.Exists(Path.Combine(failure.Tree.Root, parent))
        )
        {
            inside = parent;
        }

        return Directory.Exists(Path.Combine(failure.Tree.Root, inside))
            ? EmptyPackage(failure, directory)
            : Missing(failure, inside, inside == "src" ? "the standard library" : $"package {package} of the standard library");
    }

    private static HealthFinding? EmptyPackage(GoFailure failure, string printed)
    {
        var directory = failure.Resolve(printed);
        return failure.Tree.Inside(directory) is not { } inside || HasSources(directory)
            ? null
            : new HealthFinding(GoErrorCodes.PartMissing, $"The Go files of {inside} are missing from GOROOT.", failure.Tree.InstallAgain)
            {
                Place = directory,
            };
    }

    // Of packages that are there all the same: the rules for missing ones have looked.
    private static bool IsAboutImports(string message) =>
        message.StartsWith("package ", StringComparison.Ordinal)
        || message.StartsWith("no required module ", StringComparison.Ordinal)
        || message.StartsWith("build constraints ", StringComparison.Ordinal);

    // A build cache that was not written to its end makes `go` say so too.
    private static bool HasSources(string directory) =>
        Directory.Exists(directory)
        && Directory.EnumerateFiles(directory, "*.go").Any(f => !f.EndsWith("_test.go", StringComparison.Ordinal));

    private static HealthFinding Missing(GoFailure failure, string inside, string what) =>
        new(GoErrorCodes.PartMissing, $"{inside} is missing from GOROOT: {what}.", failure.Tree.InstallAgain)
        {
            Place = Path.Combine(failure.Tree.Root, inside),
        };

    private static HealthFinding? TwoPackages(GoFailure failure, Match match)
    {
        var directory = failure.Resolve(match.Groups[5].Value);
        if (failure.Tree.Inside(directory) is null)
        {
            return null;
        }

        var (first, second) = (Path.Combine(directory, match.Groups[2].Value), Path.Combine(directory, match.Groups[4].Value));
        var own = Path.GetFileName(directory);
        var stranger =
            match.Groups[1].Value == own ? second
            : match.Groups[3].Value == own ? first
            : null;
        return Stray.Explain(failure, first, second, stranger);
    }

    private static HealthFinding? Redeclared(GoFailure failure, Match match, string printedOther)
    {
        var (file, other) = (failure.Resolve(match.Groups[1].Value), failure.Resolve(printedOther));
        return failure.Tree.Inside(file) is null ? null : Stray.Explain(failure, file, other, known: null);
    }

    private static HealthFinding? MissingHeader(GoFailure failure, string header)
    {
        if (failure.Tree.Inside(header) is not { } inside)
        {
            return null;
        }

        var directory = Path.GetDirectoryName(header)!;
        return Directory.Exists(directory)
            ? Missing(failure, inside, "a header of the assembler")
            : Missing(failure, failure.Tree.Shorten(directory), "the headers of the assembler");
    }

    private static HealthFinding? Damaged(GoFailure failure, Match match)
    {
        var file = failure.Resolve(match.Groups[1].Value);
        if (failure.Tree.Inside(file) is not { } inside)
        {
            return null;
        }

        var line = match.Groups[2].Length > 0 ? ":" + match.Groups[2].Value : "";
        var why = new FileInfo(file) is { Exists: true, Length: 0 } ? "it is empty" : match.Groups[3].Value;
        return new HealthFinding(GoErrorCodes.FileDamaged, $"{inside}{line} is damaged or cut short: {why}.", failure.Tree.InstallAgain)
        {
            Place = file + line,
        };
    }

    private static HealthFinding Vendoring(GoFailure failure, string directory) =>
        new(
            GoErrorCodes.VersionsMixed,
            $"{failure.Tree.Shorten(directory)}/vendor does not fit go.mod beside it: files are missing, or of another version.",
            failure.Tree.InstallAgain
        )
        {
            Place = directory,
        };

    private static HealthFinding? DoesNotCompile(GoFailure failure, Match match)
    {
        var (printed, line, message) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        if (IsAboutImports(message) || failure.Tree.Inside(failure.Resolve(printed)) is not { } inside)
        {
            return null;
        }

        var directory = Path.GetDirectoryName(inside)!.Replace('\\', '/');
        return Stray.InDirectory(failure, directory)
            ?? new HealthFinding(
                GoErrorCodes.FileDamaged,
                $"{inside}:{line} of the standard library does not compile ({message}): it was changed, or a file beside it is missing or of another version.",
                failure.Tree.InstallAgain
            )
            {
                Place = failure.PlaceOf(printed, line),
            };
    }
}
