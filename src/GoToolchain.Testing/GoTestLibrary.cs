using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using GoToolchain.Interop;
using GoToolchain.Testing.Libraries;

namespace GoToolchain.Testing;

/// <summary>
/// A Go library (<c>-buildmode=c-shared</c>) in the test process: built, loaded once, and there until the process ends.
/// </summary>
/// <remarks>
/// <para>Two runtimes in one process are a hazard, which a sidecar is not (<c>docs/shared-libraries.md</c>):</para>
/// <list type="bullet">
/// <item>A Go library cannot be unloaded (golang/go#11100): its threads go on. So there is no <c>Dispose</c>, and code that was changed is seen only by the next
/// test process. The same path is loaded once, whoever asks.</item>
/// <item>On Linux, Go changes the signal handlers of the .NET runtime, and a garbage collection during a call can then crash the process
/// (dotnet/runtime#127320, golang/go#78883). With glibc on x64 and arm64 the library is loaded and called under the guards that the MSBuild package also
/// uses: delegates of <see cref="Export{T}"/> are guarded, function pointers of <see cref="Handle"/> are not. Export <c>gotoolchain_bind</c>, a function that
/// does nothing, or the first call of each thread is not guarded.</item>
/// <item>A second Go library in the process is refused (GOTC4021), unless <see cref="GoTestLibraryOptions.AllowSecond"/> is set. Test assemblies that share one
/// process count together.</item>
/// <item>musl (Alpine) cannot load one at all (golang/go#54805).</item>
/// <item>A panic that leaves an export, and <c>os.Exit</c>, end the test process, and with it all tests.</item>
/// </list>
/// </remarks>
public sealed class GoTestLibrary
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<GoTestLibrary>>> s_built = new(StringComparer.Ordinal);

    internal GoTestLibrary(string path, nint handle) => (Path, Handle) = (path, handle);

    /// <summary>The library: absolute.</summary>
    public string Path { get; }

    /// <summary>For <see cref="NativeLibrary"/>. Calls through it are not guarded, and it must not be freed.</summary>
    public nint Handle { get; }

    /// <summary>Builds the library of a module as it lies there, with the user's settings for Go, and loads it; once in a process.</summary>
    /// <param name="go">The Go that builds it. It needs a C compiler.</param>
    /// <param name="directory">The module, or a directory in it: absolute. Nothing is written there.</param>
    /// <param name="options">How; null: everything by default.</param>
    /// <param name="cancel">Ends the wait of this caller; others may still need the library, so the work goes on.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/> with the words of the compiler, or as for <see cref="Load"/>.</exception>
    public static Task<GoTestLibrary> BuildAsync(
        GoInstallation go,
        string directory,
        GoTestLibraryOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(go);
        ArgumentNullException.ThrowIfNull(directory);
        options ??= new GoTestLibraryOptions();
        var build = new LibraryBuild(go, directory, options);
        return OnceAsync(build.Key, async () => Load(await build.RunAsync().ConfigureAwait(false), options), cancel);
    }

    /// <summary>Builds the library of a workspace in its environment and loads it; once for each workspace.</summary>
    /// <param name="workspace">May be disposed after; the library stays.</param>
    /// <param name="options">How; null: everything by default.</param>
    /// <param name="cancel">Ends the wait of this caller.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/> with the words of the compiler, or as for <see cref="Load"/>.</exception>
    public static Task<GoTestLibrary> BuildAsync(
        GoWorkspace workspace,
        GoTestLibraryOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= new GoTestLibraryOptions();
        var build = new LibraryBuild(workspace, options);
        return OnceAsync(build.Key, async () => Load(await build.RunAsync().ConfigureAwait(false), options), cancel);
    }

    /// <summary>Loads a library that is built already; once in a process.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="options">Only <see cref="GoTestLibraryOptions.AllowSecond"/> counts; null: by default.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LibraryNotLoaded"/>, or <see cref="GoErrorCodes.SecondSharedLibrary"/>.</exception>
    public static GoTestLibrary Load(string path, GoTestLibraryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return System.IO.Path.IsPathFullyQualified(path)
            ? LibraryLoader.Load(System.IO.Path.GetFullPath(path), options?.AllowSecond ?? false)
            : throw new ArgumentException($"`{path}` is not an absolute path.", nameof(path));
    }

    /// <summary>An exported function, as a delegate whose calls are guarded.</summary>
    /// <typeparam name="T">
    /// A delegate that is not generic, with the parameters of the C function: <c>delegate int Add(int a, int b);</c>. Pointers are <c>nint</c> in it.
    /// </typeparam>
    /// <param name="name">As it stands after <c>//export</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.ExportMissing"/>.</exception>
    public T Export<T>(string name)
        where T : Delegate
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (typeof(T).IsGenericType)
        {
            throw new ArgumentException(
                $"{typeof(T).Name} is generic, which the runtime does not marshal. Declare a delegate of your own.",
                nameof(T)
            );
        }

        return NativeLibrary.TryGetExport(Handle, name, out var function)
            ? GuardedFunction.Around<T>(function)
            : throw new GoToolchainException(
                GoErrorCodes.ExportMissing,
                $"{System.IO.Path.GetFileName(Path)} has no export `{name}`.",
                Path,
                $"Write `//export {name}` directly above the function in Go, with a blank after neither slash, in a file that imports \"C\"."
            );
    }

    private static async Task<GoTestLibrary> OnceAsync(string key, Func<Task<GoTestLibrary>> make, CancellationToken cancel)
    {
        var work = s_built.GetOrAdd(key, _ => new Lazy<Task<GoTestLibrary>>(() => Task.Run(make)));
        try
        {
            return await work.Value.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch when (work.Value.IsFaulted)
        {
            // The next one may find that the code has been mended.
            s_built.TryRemove(new(key, work));
            throw;
        }
    }
}
