using System.IO.Compression;
using GoToolchain.Testing.Workspaces;

namespace GoToolchain.Testing;

/// <summary>
/// A temporary Go module for a test. Its Go sees nothing of the user's settings: GOPATH and the module cache are its own, there is no go/env file, no
/// GOFLAGS and no go.work, and no module is fetched unless a <see cref="GoModuleProxy"/> says from where. Only the build cache is shared, or every
/// test would compile the standard library. Disposing removes it, unless it is kept for a look (<see cref="GoWorkspaceKeep"/>).
/// </summary>
public sealed partial class GoWorkspace : IAsyncDisposable
{
    private readonly GoInstallation _go;
    private readonly GoWorkspaceOptions _options;
    private readonly string _root;
    private volatile bool _isKept;
    private bool _isDisposed;

    private GoWorkspace(GoInstallation go, GoWorkspaceOptions options, string root) => (_go, _options, _root) = (go, options, root);

    /// <summary>The directory of the module: absolute.</summary>
    public string Directory => Path.Combine(_root, "module");

    /// <summary>The Go that works in it.</summary>
    public GoInstallation Go => _go;

    /// <summary>
    /// Environment variables of the runs, on top of a clean environment. Change them before a run, for example <c>CGO_ENABLED</c>; a null value
    /// removes one.
    /// </summary>
    public IDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>();

    /// <summary>Creates a workspace from text.</summary>
    /// <param name="go">The Go that works in it.</param>
    /// <param name="files">The text of each file by its path below the module, with forward slashes. Without a <c>go.mod</c>, one is added.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="ArgumentException">A path is absolute, or leads out of the module.</exception>
    public static Task<GoWorkspace> CreateAsync(
        GoInstallation go,
        IReadOnlyDictionary<string, string> files,
        CancellationToken cancel = default
    ) => CreateAsync(go, files, new GoWorkspaceOptions(), cancel);

    /// <summary>Creates a workspace from text.</summary>
    /// <param name="go">The Go that works in it.</param>
    /// <param name="files">The text of each file by its path below the module, with forward slashes. Without a <c>go.mod</c>, one is added.</param>
    /// <param name="options">What the test decides.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="ArgumentException">A path is absolute, or leads out of the module.</exception>
    public static Task<GoWorkspace> CreateAsync(
        GoInstallation go,
        IReadOnlyDictionary<string, string> files,
        GoWorkspaceOptions options,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        return CreateAsync(go, options, workspace => workspace.WriteAsync(files, cancel), cancel);
    }

    /// <summary>
    /// Creates a workspace from a copy of a directory, without its <c>.git</c>. Links that lead out of the directory lead to the same place after. A
    /// <c>replace</c> of go.mod that leads out does not: copy the directory that holds both.
    /// </summary>
    /// <param name="go">The Go that works in it.</param>
    /// <param name="directory">Absolute. Without a <c>go.mod</c> in it, one is added to the copy.</param>
    /// <param name="options">What the test decides; null: everything by default.</param>
    /// <param name="cancel">Ends the copying.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static Task<GoWorkspace> CopyAsync(
        GoInstallation go,
        string directory,
        GoWorkspaceOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        return !Path.IsPathFullyQualified(directory)
            ? throw new ArgumentException($"`{directory}` is not an absolute path.", nameof(directory))
            : CreateAsync(
                go,
                options ?? new GoWorkspaceOptions(),
                workspace => Task.Run(() => DirectoryCopy.Copy(directory, workspace.Directory, cancel), cancel),
                cancel
            );
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

    /// <summary>Keeps the workspace on disk after its end, whatever its options say: for a test that knows that it fails.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Removes the workspace, or keeps it, tells the log where it is, and attaches the module as an archive.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (IsToBeKept)
        {
            _options.Log.WriteLine($"The workspace is kept: {_root}");
            await AttachAsync().ConfigureAwait(false);
            return;
        }

        await TreeRemoval.RemoveAsync(_root, _options.Log).ConfigureAwait(false);
    }

    // As one file: no test framework takes directories, and a CI system keeps what is attached when the machine is gone.
    private async Task AttachAsync()
    {
        var archive = Path.Combine(_root, "workspace.zip");
        try
        {
            await Task.Run(() => ZipFile.CreateFromDirectory(Directory, archive)).ConfigureAwait(false);
            _options.Log.Attach(archive, "workspace");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _options.Log.WriteLine($"It cannot be attached: {e.Message}");
        }
    }

    internal string? FailWith() => _options.Keep == GoWorkspaceKeep.Never ? null : Mark();

    internal IGoTestLog Log => _options.Log;

    private bool IsToBeKept =>
        _isKept
        || _options.Keep == GoWorkspaceKeep.Always
        || (_options.Keep == GoWorkspaceKeep.OnFailure && _options.Log.TestFailed == true);

    private string Mark()
    {
        _isKept = true;
        return _root;
    }

    private static async Task<GoWorkspace> CreateAsync(
        GoInstallation go,
        GoWorkspaceOptions options,
        Func<GoWorkspace, Task> fill,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(go);
        ArgumentNullException.ThrowIfNull(options);
        var workspace = new GoWorkspace(go, options, WorkspaceEnvironment.CreateRoot(go.Host));
        try
        {
            WorkspaceEnvironment.Fill(workspace.Variables, go, options.ModuleProxy, workspace._root);
            System.IO.Directory.CreateDirectory(workspace.Directory);
            await fill(workspace).ConfigureAwait(false);
            if (!File.Exists(workspace.PathOf("go.mod")))
            {
                await workspace
                    .WriteAsync("go.mod", $"module example.com/workspace\n\ngo {go.Version.Line}\n", cancel)
                    .ConfigureAwait(false);
            }

            return workspace;
        }
        catch
        {
            await TreeRemoval.RemoveAsync(workspace._root, options.Log).ConfigureAwait(false);
            throw;
        }
    }

    private async Task WriteAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancel)
    {
        foreach (var (path, text) in files)
        {
            await WriteAsync(path, text, cancel).ConfigureAwait(false);
        }
    }
}
