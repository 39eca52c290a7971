using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace GoToolchain;

/// <summary>A platform in Go's words: <c>GOOS</c> and <c>GOARCH</c>.</summary>
/// <param name="Os">GOOS: <c>linux</c>, <c>windows</c>, <c>darwin</c>, …</param>
/// <param name="Arch">GOARCH: <c>amd64</c>, <c>arm64</c>, <c>arm</c>, …</param>
public sealed record GoPlatform(string Os, string Arch)
{
    /// <summary>The platform of the running process.</summary>
    public static GoPlatform Host { get; } = DetectHost();

    /// <summary>Runs Windows.</summary>
    public bool IsWindows => Os == "windows";

    /// <summary>What executables end with: <c>.exe</c> on Windows, else nothing.</summary>
    public string ExecutableSuffix => IsWindows ? ".exe" : "";

    /// <summary>
    /// The architecture as the names of release files spell it: <c>armv6l</c> for <c>linux/arm</c>, else GOARCH
    /// (https://go.dev/dl/, golang.org/x/website/internal/dl).
    /// </summary>
    public string ReleaseArch => this is { Os: "linux", Arch: "arm" } ? "armv6l" : Arch;

    /// <summary>The kind of release archive: <c>zip</c> on Windows, else <c>tar.gz</c>.</summary>
    public string ArchiveExtension => IsWindows ? "zip" : "tar.gz";

    /// <summary>The .NET runtime identifier, or null when .NET has none: <c>linux-x64</c> for linux/amd64.</summary>
    public string? RuntimeIdentifier => GoRuntimeIdentifiers.FromPlatform(this);

    /// <summary>Parses <c>linux/amd64</c>, <c>linux-amd64</c> or <c>linux_amd64</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="platform">The platform.</param>
    /// <returns>False when the text is not of that shape, or not in Go's words: <c>linux-x64</c> is a runtime identifier.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GoPlatform? platform)
    {
        platform = null;
        var parts = text?.Split('/', '-', '_') ?? [];
        if (parts.Length != 2 || !GoPlatformWords.Systems.Contains(parts[0]) || !GoPlatformWords.Architectures.Contains(parts[1]))
        {
            return false;
        }

        platform = new GoPlatform(parts[0], parts[1]);
        return true;
    }

    /// <summary>The platform that a .NET runtime identifier stands for, for example <c>linux/amd64</c> for <c>linux-musl-x64</c>.</summary>
    /// <param name="runtimeIdentifier">For example <c>win-arm64</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>: Go has no such platform.</exception>
    public static GoPlatform FromRuntimeIdentifier(string runtimeIdentifier)
    {
        ArgumentNullException.ThrowIfNull(runtimeIdentifier);
        return GoRuntimeIdentifiers.ToPlatform(runtimeIdentifier)
            ?? throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"Go has no platform for the runtime identifier `{runtimeIdentifier}`.",
                nextStep: "Use one of " + string.Join(", ", GoRuntimeIdentifiers.Known) + "."
            );
    }

    /// <summary>As Go prints it: <c>linux/amd64</c>.</summary>
    public override string ToString() => $"{Os}/{Arch}";

    /// <summary>As file names spell it: <c>linux-amd64</c>.</summary>
    public string ToFileName() => $"{Os}-{Arch}";

    private static GoPlatform DetectHost()
    {
        var os =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsFreeBSD() ? "freebsd"
            : "linux";
        var arch = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "amd64",
            Architecture.X86 => "386",
            Architecture.Arm64 => "arm64",
            Architecture.Arm or Architecture.Armv6 => "arm",
            Architecture.S390x => "s390x",
            Architecture.Ppc64le => "ppc64le",
            Architecture.LoongArch64 => "loong64",
            var other => other.ToString().ToUpperInvariant() is "RISCV64" ? "riscv64" : "unknown",
        };
        return new GoPlatform(os, arch);
    }
}
