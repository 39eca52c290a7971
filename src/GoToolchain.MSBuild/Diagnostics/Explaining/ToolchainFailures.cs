using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>Go itself does not work as it should.</summary>
internal static class ToolchainFailures
{
    /// <summary>A tool crashed.</summary>
    public static FailureKind Crash { get; } =
        new(GoErrorCodes.CompilerCrashed, "internal compiler error", "goroutine … [running]:")
        {
            SuspectsToolchain = true,
            Cure = (_, site) =>
                $"This is a bug of Go, or its files are damaged: `gotoolchain doctor path:{site.GoRoot}` tells which. A newer patch of the same line may have it fixed.",
        };

    public static IReadOnlyList<FailureKind> All { get; } =
    [
        Crash,
        new(
            GoErrorCodes.BuildToolchainDamaged,
            "no such tool ",
            "does not match go tool version",
            "error obtaining buildID for go tool",
            "parsing buildID from go tool",
            "object header mismatch",
            "cannot find GOROOT",
            "GOROOT is not set",
            "could not import … (open ",
            "could not import … object is ",
            "could not import … unsupported version",
            "exec format error",
            "compile: unknown "
        )
        {
            InSource = true,
            SuspectsToolchain = true,
        },
        new(GoErrorCodes.PackageNotFound, " is not in std", " is not in GOROOT ") { SuspectsToolchain = true, Cure = PackageCure },
    ];

    /// <summary>Words that also stand in messages about something more special.</summary>
    public static IReadOnlyList<FailureKind> Last { get; } =
    [
        // Go (1.19 to 1.24) says this of its own packages, too, when there is no room for its cache.
        new(GoErrorCodes.PackageNotFound, "cannot find package") { SuspectsToolchain = true },
    ];

    private static string? PackageCure(GoReport report, GoBuildSite site) =>
        MessageText.WordAfter(report.Text, "package ") is { } package && !package.Contains('.', StringComparison.Ordinal)
            ? $"A path without a dot in its first part is looked for in the standard library only, and Go has no package {package}: correct the import."
            : null;
}
