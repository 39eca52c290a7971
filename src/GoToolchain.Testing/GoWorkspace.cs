using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Testing;

/// <summary>
/// A temporary Go module for a test. Its Go sees nothing of the user's settings: GOPATH and the module cache are its own, there is no go/env file, no
/// GOFLAGS and no go.work, and no module is fetched (<c>GOPROXY=off</c>). Only the build cache is shared, or every test would compile the standard
/// library. Disposing removes it.
/// </summary>
public sealed class GoWorkspace : IAsyncDisposable
{
    private readonly GoInstallation _go;
    private readonly string _root;

    private GoWorkspace(GoInstallation go, string root) => (_go, _root) = (go, root);

    /// <summary>The directory of the module: absolute.</summary>
    public string Directory => Path.Combine(_root, "module");

    /// <summary>
    /// Environment variables of the runs, on top of a clean environment. Change them before a run, for example <c>CGO_ENABLED</c>; a null value
    /// removes one.
    /// </summary>
    public IDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>();

    /// <summary>Creates a workspace.</summary>
    /// <param name="go">The Go that works in it.</param>
    /// <param name="files">The text of each file by its path below the module, with forward slashes. Without a <c>go.mod</c>, one is added.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="ArgumentException">A path is absolute, or leads out of the module.</exception>
    public static async Task<GoWorkspace> CreateAsync(
        GoInstallation go,
        IReadOnlyDictionary<string, string> files,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(go);
        ArgumentNullException.ThrowIfNull(files);
        var root = System.IO.Directory.CreateTempSubdirectory("go-workspace-").FullName;
        var workspace = new GoWorkspace(go, root);
        try
        {
            WorkspaceEnvironment.Fill(workspace.Variables, go, root);
            System.IO.Directory.CreateDirectory(workspace.Directory);
            if (!files.ContainsKey("go.mod"))
            {
                await workspace
                    .WriteAsync("go.mod", $"module example.com/workspace\n\ngo {go.Version.Line}\n", cancel)
                    .ConfigureAwait(false);
            }

            foreach (var (path, text) in files)
            {
                await workspace.WriteAsync(path, text, cancel).ConfigureAwait(false);
            }

            return workspace;
        }
        catch
        {
            await workspace.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The absolute path of a file of the module.</summary>
    /// <param name="path">Below the module, with forward slashes.</param>
    /// <exception cref="ArgumentException">The path is absolute, or leads out of the module.</exception>
    public string PathOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.GetFullPath(path, Directory);
        return !Path.IsPathRooted(path) && full.StartsWith(Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException($"`{path}` is not a path below the module.", nameof(path));
    }

    /// <summary>Writes or replaces a file of the module.</summary>
    /// <param name="path">Below the module, with forward slashes.</param>
    /// <param name="text">Its text; it is written as UTF-8.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="ArgumentException">The path is absolute, or leads out of the module.</exception>
    public Task WriteAsync(string path, string text, CancellationToken cancel = default)
    {
        var file = PathOf(path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, text, cancel);
    }

    /// <summary>Runs <c>go</c> in the directory of the module.</summary>
    /// <param name="arguments">For example <c>"build", "./..."</c>.</param>
    /// <returns>Its output and exit code; a failed build is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>.</exception>
    public Task<GoRun> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    /// <summary>Runs <c>go</c> in the directory of the module.</summary>
    /// <param name="arguments">For example <c>"build", "./..."</c>.</param>
    /// <param name="cancel">Ends <c>go</c> and everything that it has started.</param>
    /// <returns>Its output and exit code; a failed build is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>.</exception>
    public async Task<GoRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var command = _go.Command(arguments).WithWorkingDirectory(Directory).WithVariables(Variables).WithExitCodeCheck(false);
        var run = await command.ExecuteBufferedAsync(cancel).ConfigureAwait(false);
        return new GoRun(command.ToString(), run.ExitCode, run.StandardOutput, run.StandardError, run.RunTime);
    }

    /// <summary>Removes the workspace.</summary>
    public ValueTask DisposeAsync()
    {
        if (System.IO.Directory.Exists(_root))
        {
            System.IO.Directory.Delete(_root, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
