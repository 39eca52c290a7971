using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>A module is missing, cannot be fetched, or is not the right one.</summary>
internal static class ModuleFailures
{
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(GoErrorCodes.SumEntryMissing, "missing go.sum entry")
        {
            Cure = (_, site) => $"Run {MessageText.Run("mod tidy", site.ModuleDirectory)}, and commit go.sum.",
            Place = (report, site) => report.Place is null ? Required(report, site) : null,
        },
        new(GoErrorCodes.ChecksumMismatch, "checksum mismatch", "SECURITY ERROR")
        {
            Cure = MismatchCure,
            Place = (report, site) =>
                MessageText.ModuleIn(report.Text) is var (module, version) ? ModulePlaces.Sum(site.ModuleFile, module, version) : null,
        },
        new(
            GoErrorCodes.VendorInconsistent,
            "inconsistent vendoring",
            "import lookup disabled by -mod=vendor",
            "cannot find package \".\" in:"
        )
        {
            Cure = (_, site) => $"Run {MessageText.Run("mod vendor", site.ModuleDirectory)}, and commit the directory vendor.",
            Place = Vendored,
        },
        new(
            GoErrorCodes.ModuleNotReachable,
            "lookup disabled by GOPROXY=off",
            "dial tcp",
            "proxyconnect ",
            "no such host",
            "i/o timeout",
            "TLS handshake",
            "x509: ",
            "tls: ",
            "connection re",
            "terminal prompts disabled",
            "could not read Username",
            "401 Unauthorized",
            "403 Forbidden",
            "404 Not Found … git ls-remote",
            "502 Bad Gateway",
            "503 Service Unavailable"
        )
        {
            Cure = ReachCure,
            Place = (report, site) => report.Place is null ? Required(report, site) : null,
        },
        new(
            GoErrorCodes.ModuleNotFound,
            "no required module provides package",
            "cannot find module providing package",
            "unknown revision",
            "invalid version: ",
            "404 Not Found",
            "410 Gone",
            "no matching versions for query",
            ": reading … /@v/",
            "@latest: "
        )
        {
            Cure = NotFoundCure,
            Place = (report, site) => report.Place is null ? Required(report, site) : null,
        },
    ];

    /// <summary>The line of go.mod that names the module of a message.</summary>
    public static FilePlace? Required(GoReport report, GoBuildSite site) =>
        MessageText.ModuleIn(report.Text) is { } module ? ModulePlaces.Naming(site.ModuleFile, module.Module) : null;

    private static string MismatchCure(GoReport report, GoBuildSite site)
    {
        var compare =
            MessageText.ModuleIn(report.Text) is var (module, version)
            && version.Replace("/go.mod", "", StringComparison.Ordinal) is var plain
                ? $"https://sum.golang.org/lookup/{module}@{plain} holds what the public checksum database knows. "
                : "";
        return $"Find out which of the two is wrong before anything is changed. {compare}If it is the download, run `gotoolchain exec -- go clean -modcache` and build again; if it is go.sum, remove those lines and run {MessageText.Run("mod tidy", site.ModuleDirectory)}.";
    }

    private static string ReachCure(GoReport report, GoBuildSite site) =>
        report.Text.Contains("GOPROXY=off", StringComparison.Ordinal)
            ? $"GOPROXY=off forbids to fetch modules: set GOPROXY otherwise, or have the modules at hand: with {MessageText.Run("mod download", site.ModuleDirectory)} where the network may be used, or with a vendor directory (`go mod vendor`)."
            : "Check that the module proxy (GOPROXY, HTTPS_PROXY) can be reached from here; for a private module set GOPRIVATE and give git access to it. `gotoolchain env explain` shows where these settings come from.";

    private static string? NotFoundCure(GoReport report, GoBuildSite site)
    {
        var package = MessageText.WordAfter(report.Text, "providing package ") ?? MessageText.WordAfter(report.Text, "provides package ");
        return package is null ? null
            : ImportPlaces.DirectoryOf(site, package) is { } directory
                ? $"It would be in this very module: there is no Go file in {directory}. Correct the import, or add the package."
            : $"Run {MessageText.Run("get " + package, site.ModuleDirectory)}, and commit go.mod and go.sum.";
    }

    private static FilePlace? Vendored(GoReport report, GoBuildSite site)
    {
        if (report.Place is not null)
        {
            return null;
        }

        var line = report.More.FirstOrDefault(l => l.Contains('@', StringComparison.Ordinal));
        if (line is null || MessageText.ModuleIn(line) is not { } module)
        {
            return null;
        }

        var list = Path.Combine(site.ModuleDirectory, "vendor", "modules.txt");
        return line.Contains("in vendor/modules.txt, but not", StringComparison.Ordinal)
            ? SourceText.Find(list, l => l == $"# {module.Module} {module.Version}")
            : ModulePlaces.Naming(site.ModuleFile, module.Module);
    }
}
