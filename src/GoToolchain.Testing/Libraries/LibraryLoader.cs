using System.Runtime.InteropServices;
using GoToolchain.Interop;

namespace GoToolchain.Testing.Libraries;

/// <summary>Loads Go libraries, each once, under the guard of the MSBuild package.</summary>
internal static class LibraryLoader
{
    private static readonly object s_lock = new();
    private static readonly Dictionary<string, GoTestLibrary> s_loaded = new(StringComparer.Ordinal);

    /// <exception cref="GoToolchainException">It cannot be loaded, or is the second one.</exception>
    public static GoTestLibrary Load(string path, bool allowSecond)
    {
        RefuseMusl();
        lock (s_lock)
        {
            if (s_loaded.TryGetValue(path, out var known))
            {
                return known;
            }

            RefuseMissing(path);
            if (!allowSecond)
            {
                RefuseSecond(path);
            }

            try
            {
                var library = new GoTestLibrary(path, GoLibrary.Load(path));
                s_loaded.Add(path, library);
                return library;
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                throw NotLoaded(path, e.Message, "Build it with -buildmode=c-shared for the platform of this process.", e);
            }
        }
    }

    /// <exception cref="GoToolchainException">This process runs on musl.</exception>
    public static void RefuseMusl()
    {
        if (RuntimeInformation.RuntimeIdentifier.StartsWith("linux-musl", StringComparison.Ordinal))
        {
            throw new GoToolchainException(
                GoErrorCodes.LibraryNotLoaded,
                "This test process runs on musl (Alpine), whose loader has no room for the thread-local storage of a Go library (golang/go#54805).",
                nextStep: "Test the code as a sidecar (GoSidecarProcess), or run these tests on a distribution with glibc."
            );
        }
    }

    private static void RefuseMissing(string path)
    {
        if (!File.Exists(path))
        {
            throw NotLoaded(path, "there is no such file.", "Build it before the tests, or let it be built from its directory.", null);
        }
    }

    private static void RefuseSecond(string path)
    {
        var others = GoLibrary.InProcess.Concat(GoLibrariesInMemory.Paths()).Where(other => other != path).Distinct().ToList();
        if (others.Count > 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.SecondSharedLibrary,
                $"This process has a Go library already, {string.Join(", ", others)}, and each brings a Go runtime of its own; they take the signals from one another.",
                path,
                "Export what the tests need from one library, run these tests in a process of their own, or set GoTestLibraryOptions.AllowSecond."
            );
        }
    }

    private static GoToolchainException NotLoaded(string path, string cause, string nextStep, Exception? inner) =>
        new(GoErrorCodes.LibraryNotLoaded, $"The Go library {path} cannot be loaded: {cause}", path, nextStep, inner);
}
