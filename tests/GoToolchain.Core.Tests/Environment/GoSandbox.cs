using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Environments;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>A home of its own for a real Go, which is started in it, and for our reader, which is not allowed to start anything.</summary>
internal sealed class GoSandbox : IDisposable
{
    public GoSandbox()
    {
        Home = Scratch.CreateDirectory("home");
        Variables["HOME"] = Home;
        Variables["PATH"] = "/usr/bin:/bin";
        Variables["GOTOOLCHAIN"] = "local";
    }

    public ScratchDirectory Scratch { get; } = new();

    public string Home { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public string UserFile => Path.Combine(Home, ".config", "go", "env");

    public void WriteUserFile(ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(UserFile)!);
        File.WriteAllBytes(UserFile, content);
    }

    public SandboxMachine Machine => SandboxMachine.In(Scratch, Variables, mayStartProcesses: false);

    public IReadOnlyDictionary<string, string> Explain(GoInstallation go) =>
        GoVariableList.Of(GoConfiguration.Read(Machine, go.Candidate)).ToDictionary(v => v.Name, v => v.Value);

    public Task<BufferedCommandResult> AskAsync(GoInstallation go, params string[] arguments) => RunAsync(go.GoExecutable, arguments);

    public async Task<BufferedCommandResult> RunAsync(string program, params string[] arguments) =>
        await SandboxMachine
            .In(Scratch, Variables)
            .CreateCommand(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(Home)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    /// <summary>What <c>go env -json</c> says, without what depends on the directory.</summary>
    /// <param name="go">The Go.</param>
    /// <param name="names">What is asked for where go cannot list everything; then without what only a working C configuration tells.</param>
    public async Task<IReadOnlyDictionary<string, string>> AskEnvironmentAsync(GoInstallation go, IEnumerable<string> names)
    {
        var run = await AskAsync(go, "env", "-json");
        if (run.ExitCode != 0)
        {
            run = await AskAsync(
                go,
                [
                    "env",
                    "-json",
                    .. names.Where(n => !n.EndsWith("FLAGS", StringComparison.Ordinal) && n is not "PKG_CONFIG" and not "GODEBUG"),
                ]
            );
        }

        Assert.True(run.ExitCode == 0, run.StandardError);
        return JsonSerializer
            .Deserialize<Dictionary<string, string>>(run.StandardOutput)!
            .Where(v => v.Key is not ("GOMOD" or "GOGCCFLAGS" or "GOWORK"))
            .ToDictionary(v => v.Key, v => v.Value);
    }

    public void Dispose()
    {
        // From 1.23 on go leaves a child behind that still writes its telemetry for a moment (golang.org/x/telemetry/start.go).
        for (var tries = 1; ; tries++)
        {
            try
            {
                Scratch.Dispose();
                return;
            }
            catch (IOException) when (tries < 40)
            {
                Thread.Sleep(50);
            }
        }
    }
}
