using System.Diagnostics;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>
/// The incident for which all this was made: an ordinary user, a link like /usr/local/go to a tree in the home, a profile that exports GOROOT, and
/// <c>rm -rf "$GOROOT"</c>. One command; then a new login shell builds and runs a program.
/// </summary>
public sealed class IncidentTests : IDisposable
{
    private const uint Nobody = 65534;

    private readonly ToolMachine _machine = new();
    private readonly bool _isRoot = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_one_command_a_new_login_shell_builds_and_runs_a_program(bool fromRedirection)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "The incident happened in bash, on Linux.");
        var go = await TestGo.EnsureAsync("1.23");
        var root = Path.Combine(_machine.Home, "go-sdk", $"go{go.Version}");
        Copy(go.Root, root);
        var link = Path.Combine(_machine.Scratch.CreateDirectory("usr-local"), "go");
        Directory.CreateSymbolicLink(link, root);
        PutIntoStore(go);
        await WriteFilesAsync(link);
        GiveToOrdinaryUser();

        var before = await ShellAsync("go run .");
        await ShellAsync("rm -rf \"$(readlink -f \"$GOROOT\")\"");
        var broken = await ShellAsync("go run .");
        var clock = Stopwatch.StartNew();
        _machine.Variables["GOROOT"] = link;
        string[] options = fromRedirection ? ["--redirect"] : [];
        var recovery = (await RunAsUserAsync(["recover", "--offline", "--json", .. options])).Ended(0);
        clock.Stop();
        var after = await ShellAsync("go run .");

        Assert.Equal((0, "hello"), (before.ExitCode, before.StandardOutput.Trim()));
        Assert.NotEqual(0, broken.ExitCode);
        Assert.True(after.ExitCode == 0 && after.StandardOutput.Trim() == "hello", after.StandardError);
        var gone = recovery.Json.GetProperty("gone")[0];
        Assert.Equal(root, gone.GetProperty("root").GetString());
        Assert.Equal(!fromRedirection, gone.GetProperty("restored").GetBoolean());
        Assert.Equal(fromRedirection, new DirectoryInfo(root).LinkTarget is not null);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"From command to proof {clock.ElapsedMilliseconds} ms, of which {recovery.Json.GetProperty("milliseconds")} ms until Go was back."
        );
    }

    // No hard links: the files are given to another user.
    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var copy = Process.Start("cp", ["-r", "--preserve=mode,timestamps", "--reflink=auto", from, to]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    // What there is to restore from: the same release, in the user's store.
    private void PutIntoStore(GoInstallation go)
    {
        var name = Path.GetFileName(go.Root);
        var (from, to) = (new StoreLayout(TestGo.Store), new StoreLayout(_machine.Store));
        Copy(go.Root, to.Toolchain(name));
        Directory.CreateDirectory(to.Manifests);
        Directory.CreateDirectory(to.Receipts);
        File.Copy(from.Manifest(name), to.Manifest(name));
        File.Copy(from.Receipt(name), to.Receipt(name));
    }

    private async Task WriteFilesAsync(string link)
    {
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(
            Path.Combine(_machine.Home, ".profile"),
            $"export GOROOT={link}\nexport PATH=\"$GOROOT/bin:$PATH\"\nexport GOTOOLCHAIN=local GOCACHE=\"$HOME/.cache/go-build\"\n",
            cancel
        );
        await File.WriteAllTextAsync(Path.Combine(_machine.Project, "go.mod"), "module hello\n", cancel);
        await File.WriteAllTextAsync(
            Path.Combine(_machine.Project, "main.go"),
            "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"hello\\n\") }\n",
            cancel
        );
    }

    // As root the tests act as another user, for whom the place of the link is not writable.
    private void GiveToOrdinaryUser()
    {
        if (!_isRoot)
        {
            return;
        }

#pragma warning disable CA1416 // Root, so it is Unix.
        File.SetUnixFileMode(_machine.Scratch["."], (UnixFileMode)0b111_101_101);
#pragma warning restore CA1416
        foreach (var owned in (string[])[_machine.Home, _machine.Project, _machine.Store, _machine.Variables["TMPDIR"]])
        {
            Directory.CreateDirectory(owned);
            using var chown = Process.Start("chown", ["-R", "-h", $"{Nobody}:{Nobody}", owned]);
            chown.WaitForExit();
        }
    }

    private string[] AsUser => _isRoot ? ["/usr/bin/setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    private async Task<ToolRun> RunAsUserAsync(string[] arguments)
    {
        _machine.Variables["PATH"] = "/usr/bin:/bin";
        using var process = Process.Start(_machine.Prepare(AsUser, arguments))!;
        process.StandardInput.Close();
        return await ToolMachine.EndAsync(process);
    }

    private async Task<BufferedCommandResult> ShellAsync(string line)
    {
        string[] command = [.. AsUser, "/bin/bash", "--login", "-c", line];
        return await Cli.Wrap(command[0])
            .WithArguments(command[1..])
            .WithWorkingDirectory(_machine.Project)
            .WithEnvironmentVariables(
                new Dictionary<string, string?>
                {
                    ["HOME"] = _machine.Home,
                    ["PATH"] = "/usr/bin:/bin",
                    ["GOROOT"] = null,
                }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }
}
