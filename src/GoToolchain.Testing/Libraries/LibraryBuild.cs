using GoToolchain.Testing.Workspaces;

namespace GoToolchain.Testing.Libraries;

/// <summary>One <c>go build -buildmode=c-shared</c>, into a directory that goes with the process.</summary>
internal sealed class LibraryBuild
{
    private readonly GoInstallation _go;
    private readonly GoTestLibraryOptions _options;
    private readonly Func<IReadOnlyList<string>, Task> _build;

    public LibraryBuild(GoInstallation go, string directory, GoTestLibraryOptions options)
        : this(go, directory, options, arguments => Command(go, directory, options, arguments).ExecuteAsync()) { }

    public LibraryBuild(GoWorkspace workspace, GoTestLibraryOptions options)
        : this(workspace.Go, workspace.Directory, options, arguments => BuildAsync(workspace, options, arguments)) { }

    private LibraryBuild(GoInstallation go, string directory, GoTestLibraryOptions options, Func<IReadOnlyList<string>, Task> build)
    {
        (_go, _options, _build) = (go, options, build);
        Key = string.Join(
            '\0',
            [
                go.Root,
                directory,
                options.Package,
                .. options.BuildFlags,
                .. options.Variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"),
            ]
        );
    }

    /// <summary>The same for all that give the same library.</summary>
    public string Key { get; }

    /// <summary>Builds it.</summary>
    /// <returns>The library: absolute.</returns>
    public async Task<string> RunAsync()
    {
        LibraryLoader.RefuseMusl();
        var directory = WorkspaceEnvironment.CreateRoot(_go.Host);
        RemoveAtExit(directory);
        var file = Path.Combine(
            directory,
            OperatingSystem.IsWindows() ? "library.dll"
                : OperatingSystem.IsMacOS() ? "library.dylib"
                : "library.so"
        );
        await _build(["build", "-buildmode=c-shared", "-o", file, .. _options.BuildFlags, _options.Package]).ConfigureAwait(false);
        return file;
    }

    private static Execution.GoCommand Command(
        GoInstallation go,
        string directory,
        GoTestLibraryOptions options,
        IReadOnlyList<string> arguments
    ) => go.Command(arguments).WithWorkingDirectory(directory).WithVariable("CGO_ENABLED", "1").WithVariables(options.Variables);

    private static async Task BuildAsync(GoWorkspace workspace, GoTestLibraryOptions options, IReadOnlyList<string> arguments)
    {
        var variables = new Dictionary<string, string?>(options.Variables) { ["CGO_ENABLED"] = "1" };
        var run = await workspace.RunAsync(arguments, variables).ConfigureAwait(false);
        run.EnsureSuccess();
    }

    // Windows does not let go of a library that is loaded; there it stays in the temporary directory.
    private static void RemoveAtExit(string directory) =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                TreeRemoval.Remove(directory, unlock: false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Litter in the temporary directory, and nobody is left to be told.
            }
        };
}
