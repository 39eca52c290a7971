using System.Text.RegularExpressions;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Where a library that is not here can be had, by the naming rules of the distributions.</summary>
internal static partial class LibraryPackages
{
    // What does not follow the rule of Debian Policy 8.1 (`libfoo.so.3` is in libfoo3, `libfoo3.so.1` in libfoo3-1).
    private static readonly Dictionary<string, string> s_debian = new(StringComparer.Ordinal)
    {
        ["libc.so.6"] = "libc6",
        ["libm.so.6"] = "libc6",
        ["libpthread.so.0"] = "libc6",
        ["libdl.so.2"] = "libc6",
        ["librt.so.1"] = "libc6",
        ["libresolv.so.2"] = "libc6",
        ["libcrypto.so.1.1"] = "libssl1.1",
        ["libcrypto.so.3"] = "libssl3",
        ["libgcc_s.so.1"] = "libgcc-s1",
        ["libz.so.1"] = "zlib1g",
        ["libgssapi_krb5.so.2"] = "libgssapi-krb5-2",
    };

    /// <summary>What to do to get a library: a sentence.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="library">The name of the library.</param>
    public static string Cure(HostMachine host, string library)
    {
        var isGccgo = Diagnoses.Gccgo.IsRuntime(library);
        var debian = DebianPackage(library) is { } package ? $"`apt install {package}`" : null;
        return Distribution.FamilyOf(host) switch
        {
            DistributionFamily.Debian when debian is not null => $"Install the package that by Debian's rules has it: {debian}.",
            DistributionFamily.Alpine => isGccgo
                ? "Install the package that has it: `apk add libgo`."
                : $"Install the package that has it: `apk add so:{library}`.",
            DistributionFamily.Fedora =>
                $"Install the package that has it: `dnf install 'lib{Stem(library)}.so*'`, or ask `dnf provides '*/{library}'`.",
            _ when isGccgo =>
                $"Install the package that has it (Debian, Ubuntu: {debian ?? "`libgo`"}; Fedora: `libgo`; Alpine: `libgo`; Arch: `gcc-go`).",
            _ when debian is not null =>
                $"Install the package that has it (Debian, Ubuntu: {debian}), or put its directory into LD_LIBRARY_PATH.",
            _ => "Install the package that has it, or put its directory into LD_LIBRARY_PATH.",
        };
    }

    /// <summary>The package of Debian and Ubuntu that has a library; null when its name follows no rule.</summary>
    /// <param name="library">The name of the library.</param>
    public static string? DebianPackage(string library)
    {
        if (s_debian.TryGetValue(library, out var known))
        {
            return known;
        }

        if (VersionedName().Match(library) is not { Success: true } match)
        {
            return null;
        }

        var (name, version) = (match.Groups["name"].Value.ToLowerInvariant().Replace('_', '-'), match.Groups["version"].Value);
        return char.IsAsciiDigit(name[^1]) ? $"{name}-{version}" : name + version;
    }

    private static string Stem(string library) =>
        library.StartsWith("lib", StringComparison.Ordinal) && library.IndexOf(".so", StringComparison.Ordinal) is > 3 and var end
            ? library[3..end]
            : library;

    [GeneratedRegex(@"^(?<name>lib[A-Za-z0-9_+.-]*[A-Za-z0-9+])\.so\.(?<version>[0-9]+(\.[0-9]+)*)$")]
    private static partial Regex VersionedName();
}
