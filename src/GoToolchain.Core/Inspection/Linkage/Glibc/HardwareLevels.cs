using System.Runtime.Intrinsics.X86;
using System.Text;

namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>
/// The subdirectories of <c>glibc-hwcaps</c> that the GNU loader prefers on this machine, best first; see ld.so(8), "Hardware capabilities". Only
/// x86-64 has distributions that use them widely; its levels are those of the x86-64 psABI.
/// </summary>
internal static class HardwareLevels
{
    // The first processor of a long list is enough.
    private const int MostBytes = 8192;

    private static readonly (string Name, string[] Flags)[] s_levels =
    [
        ("x86-64-v2", ["cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2"]),
        ("x86-64-v3", ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]),
        ("x86-64-v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]),
    ];

    // Under some hypervisors the kernel leaves LZCNT out of its list, while the loader sees it: it asks the processor (CPUID 80000001h, ECX bit 5).
    private static bool HasLzcnt => X86Base.IsSupported && (X86Base.CpuId(unchecked((int)0x8000_0001), 0).Ecx & (1 << 5)) != 0;

    /// <summary>Reads them from <c>/proc/cpuinfo</c>.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="arch">GOARCH of the process.</param>
    public static IReadOnlyList<string> Of(HostMachine host, string? arch)
    {
        if (arch != "amd64")
        {
            return [];
        }

        var flags = ReadFlags(host.Rooted("/proc/cpuinfo"));
        var levels = s_levels.TakeWhile(l => l.Flags.All(flags.Contains)).Select(l => l.Name).ToList();
        levels.Reverse();
        return levels;
    }

    private static HashSet<string> ReadFlags(string file)
    {
        try
        {
            // The kernel gives its files no length, so FileFacts cannot tell this one from a pipe; a directory entry can.
            if (!file.StartsWith("/proc/", StringComparison.Ordinal) && FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 })
            {
                return [];
            }

            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            var bytes = new byte[MostBytes];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var line = Encoding
                .ASCII.GetString(bytes, 0, count)
                .Split('\n')
                .FirstOrDefault(l => l.StartsWith("flags", StringComparison.Ordinal));
            var isThisMachine = file.StartsWith("/proc/", StringComparison.Ordinal);
            return
            [
                .. (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                .. isThisMachine && HasLzcnt ? ["abm"] : (string[])[],
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without /proc only the base level can be assumed; the loader asks the processor itself.
            return [];
        }
    }
}
