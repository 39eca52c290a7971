using System.Text.RegularExpressions;

namespace GoToolchain.Sources.NuGet;

/// <summary>How a toolchain is called on a NuGet feed: one package for each platform, with versions that NuGet orders as Go does.</summary>
internal static partial class PackageName
{
    /// <summary>The package for a platform: <c>GoToolchain.Go.linux-amd64</c>.</summary>
    /// <param name="platform">The platform.</param>
    public static string IdOf(GoPlatform platform) => "GoToolchain.Go." + platform.ToFileName();

    /// <summary>The version for NuGet: <c>1.25rc1</c> is <c>1.25.0-rc.1</c>.</summary>
    /// <param name="version">Go's version.</param>
    /// <returns>Null for a development version or one of a vendor, which no feed could order.</returns>
    public static string? VersionOf(GoVersion version)
    {
        var parts = GoParts().Match(version.ToolchainName);
        return parts.Success
            ? $"{parts.Groups[1]}.{parts.Groups[2]}.{(parts.Groups[3].Success ? parts.Groups[3] : "0")}"
                + (parts.Groups[4].Success ? $"-{parts.Groups[4]}.{parts.Groups[5]}" : "")
            : null;
    }

    /// <summary>Go's version for one of NuGet.</summary>
    /// <param name="version">As <see cref="VersionOf"/> writes it.</param>
    /// <returns>Null when it is another one.</returns>
    public static GoVersion? ToVersion(string version)
    {
        var parts = NuGetParts().Match(version);
        if (!parts.Success)
        {
            return null;
        }

        var (line, patch, kind) = (
            $"{parts.Groups[1]}.{parts.Groups[2]}",
            parts.Groups[3].Value,
            parts.Groups[4].Value + parts.Groups[5].Value
        );
        // Up to 1.20 the first release of a line has no patch number, and a pre-release has none anyway.
        string[] spellings = kind.Length > 0 ? [line + kind, $"{line}.{patch}{kind}"] : [$"{line}.{patch}", line];
        return spellings.Select(Parse).FirstOrDefault(v => v is not null && VersionOf(v) == version);
    }

    private static GoVersion? Parse(string text) =>
        GoVersion.TryParse(text, out var version) && version.ToolchainName == "go" + text ? version : null;

    [GeneratedRegex(@"^go(\d+)\.(\d+)(?:\.(\d+))?(?:(alpha|beta|rc)(\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex GoParts();

    [GeneratedRegex(@"^(\d+)\.(\d+)\.(\d+)(?:-(alpha|beta|rc)\.(\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NuGetParts();
}
