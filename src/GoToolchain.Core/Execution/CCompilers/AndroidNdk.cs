using System.Globalization;
using GoToolchain.Environments;

namespace GoToolchain.Execution.CCompilers;

/// <summary>
/// The C compilers of an Android NDK: <c>toolchains/llvm/prebuilt/HOST/bin/TRIPLE+API-clang</c>
/// (https://developer.android.com/ndk/guides/other_build_systems).
/// </summary>
internal static class AndroidNdk
{
    // The lowest that a current .NET for Android supports.
    private const int LowestLevel = 21;

    private static readonly string[] s_roots = ["ANDROID_NDK_HOME", "ANDROID_NDK_ROOT", "ANDROID_NDK", "ANDROID_NDK_LATEST_HOME"];
    private static readonly string[] s_sdks = ["ANDROID_HOME", "ANDROID_SDK_ROOT"];

    /// <summary>The variables that lead to it, for messages.</summary>
    public static IEnumerable<string> Variables => s_roots.Concat(s_sdks);

    /// <summary>The compiler for the lowest API level that the NDK and .NET both have.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="platform">An Android platform.</param>
    /// <returns>Absolute; null: none.</returns>
    public static string? Find(HostMachine host, GoPlatform platform) =>
        Triple(platform) is { } triple ? Roots(host).SelectMany(root => Compilers(host, root, triple)).FirstOrDefault() : null;

    /// <summary>How a compiler is called, without the API level and what follows it.</summary>
    /// <param name="platform">An Android platform.</param>
    public static string? Triple(GoPlatform platform) =>
        platform.Arch switch
        {
            "arm64" => "aarch64-linux-android",
            "arm" => "armv7a-linux-androideabi",
            "386" => "i686-linux-android",
            "amd64" => "x86_64-linux-android",
            _ => null,
        };

    private static IEnumerable<string> Roots(HostMachine host) =>
        s_roots
            .Select(host.GetVariable)
            .Concat(s_sdks.Select(host.GetVariable).Where(sdk => sdk is not null).SelectMany(sdk => Versions(Path.Combine(sdk!, "ndk"))))
            .Where(root => root is not null && Path.IsPathFullyQualified(root))
            .Select(root => root!);

    private static IEnumerable<string> Versions(string directory) =>
        Names(directory, Directory.EnumerateDirectories)
            .OrderByDescending(d => Version.TryParse(Path.GetFileName(d), out var version) ? version : new Version(0, 0));

    private static IEnumerable<string> Compilers(HostMachine host, string root, string triple)
    {
        var suffix = host.Platform.IsWindows ? "-clang.cmd" : "-clang";
        return Names(Path.Combine(root, "toolchains", "llvm", "prebuilt"), Directory.EnumerateDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(prebuilt =>
                Names(Path.Combine(prebuilt, "bin"), directory => Directory.EnumerateFiles(directory, triple + "*" + suffix))
            )
            .Select(file => (File: file, Level: LevelOf(Path.GetFileName(file), triple, suffix)))
            .Where(x => x.Level >= LowestLevel && ProgramSearch.IsProgram(x.File))
            .OrderBy(x => x.Level)
            .Select(x => x.File);
    }

    private static int LevelOf(string name, string triple, string suffix) =>
        int.TryParse(name[triple.Length..^suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0;

    private static string[] Names(string directory, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return Directory.Exists(directory) ? [.. list(directory)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An NDK that cannot be read is none; the error names the variable.
            return [];
        }
    }
}
