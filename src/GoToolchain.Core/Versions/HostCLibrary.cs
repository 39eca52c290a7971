namespace GoToolchain.Versions;

/// <summary>Which C library a Linux machine has.</summary>
internal static class HostCLibrary
{
    // The loader of glibc is in one of these on every distribution (its name is part of the ABI of each processor).
    private static readonly string[] s_places = ["/lib64", "/lib", "/usr/lib64", "/usr/lib"];

    /// <summary>Whether it is musl: its loader is there, and glibc's is not (a machine with glibc may have both).</summary>
    /// <param name="host">The machine.</param>
    public static bool IsMusl(HostMachine host) =>
        host.Platform.Os == "linux"
        && Any(host, "/lib", "ld-musl-*.so.1")
        && !s_places.Any(p => Any(host, p, "ld*-linux*.so*") || Any(host, p, "ld64.so.*"));

    private static bool Any(HostMachine host, string place, string pattern)
    {
        try
        {
            var directory = host.Rooted(place);
            return Directory.Exists(directory) && Directory.EnumerateFiles(directory, pattern).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at says nothing.
            return false;
        }
    }
}
