namespace GoToolchain.Inspection.Linkage.Windows;

/// <summary>DLLs that need no search: those that are part of Windows.</summary>
internal static class WindowsLibraries
{
    // What Go programs, cgo programs and what C compilers for Windows link against; every edition of Windows 10 and newer has them.
    private static readonly HashSet<string> s_system = new(StringComparer.OrdinalIgnoreCase)
    {
        "advapi32.dll",
        "bcrypt.dll",
        "bcryptprimitives.dll",
        "cfgmgr32.dll",
        "combase.dll",
        "comctl32.dll",
        "comdlg32.dll",
        "crypt32.dll",
        "cryptbase.dll",
        "dbghelp.dll",
        "dnsapi.dll",
        "gdi32.dll",
        "imm32.dll",
        "iphlpapi.dll",
        "kernel32.dll",
        "kernelbase.dll",
        "mpr.dll",
        "msvcrt.dll",
        "mswsock.dll",
        "ncrypt.dll",
        "netapi32.dll",
        "normaliz.dll",
        "ntdll.dll",
        "ole32.dll",
        "oleaut32.dll",
        "powrprof.dll",
        "psapi.dll",
        "rpcrt4.dll",
        "sechost.dll",
        "secur32.dll",
        "setupapi.dll",
        "shell32.dll",
        "shlwapi.dll",
        "ucrtbase.dll",
        "user32.dll",
        "userenv.dll",
        "uxtheme.dll",
        "version.dll",
        "winhttp.dll",
        "wininet.dll",
        "winmm.dll",
        "winspool.drv",
        "wintrust.dll",
        "ws2_32.dll",
        "wtsapi32.dll",
    };

    /// <summary>
    /// Whether Windows brings it: a DLL of the system, or the name of an API set, behind which there is one ("Windows API sets" in Microsoft's
    /// documentation).
    /// </summary>
    /// <param name="name">File name.</param>
    public static bool IsSystem(string name) =>
        s_system.Contains(name)
        || name.StartsWith("api-ms-win-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ext-ms-win-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ext-ms-onecore-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a DLL comes from that programs should ship, as a sentence; null when that is not known.</summary>
    /// <param name="name">File name.</param>
    public static string? Cure(string name) =>
        name.ToLowerInvariant() switch
        {
            ['l', 'i', 'b', 'g', 'c', 'c', '_', 's', ..] or "libwinpthread-1.dll" or "libstdc++-6.dll" =>
                "It belongs to MinGW: link it in with `-ldflags '-extldflags=-static'`, or ship it beside the program.",
            ['v', 'c', 'r', 'u', 'n', 't', 'i', 'm', 'e', ..] or ['m', 's', 'v', 'c', 'p', ..] =>
                "It belongs to Microsoft's Visual C++ runtime: install the Visual C++ Redistributable.",
            _ => null,
        };
}
