using System.Text;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>A home into whose start-up files blocks are written, for a real Go, and in which real shells are started.</summary>
internal sealed class BlockHome : IDisposable
{
    public BlockHome(string name = "home")
    {
        Home = Scratch.CreateDirectory(name);
        Variables["HOME"] = Home;
        Variables["PATH"] = "/usr/bin:/bin";
        Variables["TERM"] = "dumb";
        // In the C locale fish does not find a configuration below a directory with other letters than those of ASCII.
        Variables["LANG"] = "C.UTF-8";
        Variables["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        Variables["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
    }

    public ScratchDirectory Scratch { get; } = new();

    public string Home { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public GoInstallation Go { get; private set; } = null!;

    public string Bin => Path.Combine(Go.Root, "bin");

    public string Installed => Path.Combine(Home, "go", "bin");

    public async Task<BlockHome> WithGoAsync()
    {
        Go = await TestGo.EnsureAsync("1.23");
        return this;
    }

    public string this[string file] => Path.Combine(Home, file);

    public string Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public string Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllBytes(this[file], bytes);
        return this[file];
    }

    public GoToolchainManager Manager() =>
        new(
            new GoToolchainOptions
            {
                Host = new SandboxMachine
                {
                    Variables = Variables,
                    HomeDirectory = Home,
                    TempDirectory = Scratch.CreateDirectory("temp"),
                    FileSystemRoot = Scratch.CreateDirectory("system"),
                    Platform = GoPlatform.Host,
                    MayStartProcesses = false,
                },
                Store = Scratch["store"],
            }
        );

    public Task<ShellBlockReport> InstallAsync(bool force, params GoShell[] shells) =>
        Manager().InstallShellBlockAsync(Options(force, shells), TestContext.Current.CancellationToken);

    public Task<ShellBlockReport> InstallAsync(params GoShell[] shells) => InstallAsync(force: false, shells);

    public Task<ShellBlockReport> RemoveAsync(bool force = false) =>
        Manager().RemoveShellBlockAsync(new ShellBlockOptions { Force = force }, TestContext.Current.CancellationToken);

    public ShellBlockOptions Options(bool force, params GoShell[] shells) =>
        new()
        {
            Spec = "path:" + Go.Root,
            Shells = shells.Length > 0 ? shells : null,
            Force = force,
        };

    /// <summary>Runs a shell of the machine in this home, and gives the lines that it prints.</summary>
    public async Task<string[]> RunAsync(string shell, params string[] arguments)
    {
        var program = Program(shell);
        var run = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(Home)
            .WithEnvironmentVariables(
                HostMachine
                    .Detect()
                    .Variables.Keys.Where(name => name != "DOTNET_ROOT")
                    .ToDictionary(name => name, _ => (string?)null)
                    .Concat(Variables.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)))
                    .GroupBy(v => v.Key)
                    .ToDictionary(g => g.Key, g => g.Last().Value)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{shell} {string.Join(' ', arguments)}\n{run.StandardOutput}\n{run.StandardError}");
        return run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The program of a shell; without it the test is skipped.</summary>
    public static string Program(string shell)
    {
        var program = HostMachine.Detect().FindOnPath(shell);
        Assert.SkipWhen(program is null, $"There is no {shell} on this machine.");
        return program!;
    }

    public void Dispose() => Scratch.Dispose();
}
