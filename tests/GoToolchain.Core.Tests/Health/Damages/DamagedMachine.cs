using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>
/// A machine with one real Go in <c>/usr/local/go</c> and on PATH, in a sandbox: everything that is done to it is undone at the end.
/// </summary>
internal sealed class DamagedMachine : IDisposable
{
    private readonly ScratchDirectory _scratch = new("gotc-damage");
    private readonly List<string> _touched = [];
    private readonly List<Action> _undo = [];
    private bool _isSpoiled;

    /// <param name="go">Its Go.</param>
    /// <param name="version">What that is.</param>
    /// <param name="other">A Go of another version.</param>
    public DamagedMachine(GoRootCopy go, GoVersion version, GoInstallation other)
    {
        (Go, Version, Other) = (go, version, other);
        Home = _scratch.CreateDirectory("home");
        Temp = _scratch.CreateDirectory("temp");
        _scratch.CreateDirectory("system/usr/local");
        _scratch.CreateLink("system/usr/local/go", go.Root);
        Variables = new(StringComparer.Ordinal)
        {
            ["PATH"] = $"{go.Root}/bin:{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = Home,
            ["TMPDIR"] = Temp,
            ["GOCACHE"] = RepositoryRoot.File("artifacts", "test-go-build"),
        };
    }

    public GoRootCopy Go { get; }

    public GoVersion Version { get; }

    public GoInstallation Other { get; }

    public string Home { get; }

    public string Temp { get; }

    /// <summary>The environment.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>The copy cannot be put right any more.</summary>
    public bool IsSpoiled => _isSpoiled;

    /// <summary>The directory of its tools.</summary>
    public static string Tools { get; } = $"pkg/tool/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}";

    public string this[string path] => _scratch[path];

    public HostMachine Host =>
        new()
        {
            Variables = Variables,
            HomeDirectory = Home,
            TempDirectory = Variables.GetValueOrDefault("TMPDIR", Temp),
            FileSystemRoot = _scratch["system"],
            Platform = GoPlatform.Host,
        };

    public GoToolchainManager Manager =>
        new(
            new GoToolchainOptions
            {
                Host = Host,
                Store = _scratch["store"],
                Sources = [_scratch["nowhere"]],
            }
        );

    /// <summary>The place is to be put right at the end.</summary>
    public DamagedMachine Touch(string path)
    {
        _touched.Add(path);
        return this;
    }

    public void Delete(string path) => Touch(path).Go.Delete(path);

    public void Write(string path, string text) => Touch(path).Go.Write(path, text);

    public void Truncate(string path, double keep) => Touch(path).Go.Truncate(path, keep);

    public void TakeFromOther(string path) => Touch(path).Go.TakeFrom(Other.Root, path);

    /// <summary>Takes the right to execute away.</summary>
    public void DisallowExecution(string path) =>
        Touch(path).Go.SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    /// <summary>Makes the whole tree something else.</summary>
    public void Spoil(Action<GoRootCopy> spoil)
    {
        _isSpoiled = true;
        spoil(Go);
    }

    /// <summary>Writes the user's go/env file.</summary>
    public void WriteUserFile(string text) => _scratch.CreateFile("home/.config/go/env", text);

    public string CreateFile(string path, string text, bool executable = false) =>
        _scratch.CreateFile(
            path,
            text,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | (executable ? UnixFileMode.UserExecute : UnixFileMode.None)
        );

    public string CreateDirectory(string path) => _scratch.CreateDirectory(path);

    public void Run(string program, params string[] arguments)
    {
        var result = Cli.Wrap(program)
            .WithArguments(arguments)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync()
            .Task.Result;
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {result.StandardError}");
    }

    /// <summary>Mounts a file system in memory, where this user and this system allow it.</summary>
    public string Mount(string path, string options)
    {
        var directory = _scratch.CreateDirectory(path);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a file system.");
        var mount = Cli.Wrap("mount")
            .WithArguments(["-t", "tmpfs", "-o", options, "tmpfs", directory])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync()
            .Task.Result;
        Assert.SkipUnless(mount.ExitCode == 0, $"This system does not let root mount a file system: {mount.StandardError.Trim()}");
        _undo.Add(() => Run("umount", directory));
        return directory;
    }

    /// <summary>Runs its <c>go</c> as a shell would, and says how that ends: the exit code, and what it wrote.</summary>
    public async Task<(int ExitCode, string Output)> RunGoAsync(string directory, CancellationToken cancel, params string[] arguments)
    {
        // Go waits for ever where a pipe stands in the place of a file that it reads.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var result = await Host.CreateCommand(Go["bin/go"])
                .WithArguments(arguments)
                .WithWorkingDirectory(directory)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(deadline.Token);
            return (result.ExitCode, (result.StandardError + result.StandardOutput).Trim());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (-1, "(waits for ever)");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            // The runtime puts the name of the program before what the system says.
            return (127, (e.InnerException?.Message ?? e.Message).Split(". ")[^1]);
        }
    }

    public void Dispose()
    {
        foreach (var undo in Enumerable.Reverse(_undo))
        {
            undo();
        }

        foreach (var path in _touched.Distinct())
        {
            Go.Restore(path);
        }

        _scratch.Dispose();
    }
}
