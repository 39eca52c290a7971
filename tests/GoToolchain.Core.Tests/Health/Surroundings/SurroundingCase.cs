using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.Health;
using GoToolchain.Health.Checks.Surroundings;

namespace GoToolchain.Core.Tests.Health.Surroundings;

/// <summary>A healthy Go in surroundings that a test damages.</summary>
internal sealed class SurroundingCase : IDisposable
{
    private readonly GoInstallation _go;

    private SurroundingCase(GoInstallation go)
    {
        _go = go;
        Home = Scratch.CreateDirectory("home");
        Variables["HOME"] = Home;
        Variables["PATH"] = $"{Path.Combine(go.Root, "bin")}:/usr/bin:/bin";
        Variables["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE")!;
    }

    public ScratchDirectory Scratch { get; } = new();

    public string Home { get; }

    public string Root => _go.Root;

    public Dictionary<string, string> Variables { get; } = [];

    public HealthLevel Level { get; set; }

    public static async Task<SurroundingCase> WithAsync(string version) => new(await TestGo.EnsureAsync(version));

    public string WriteUserFile(string text) => Scratch.CreateFile("home/.config/go/env", text);

    public string Write(string file, string text) => Scratch.CreateFile($"home/{file}", text);

    private SandboxMachine Machine(bool mayStartProcesses) => SandboxMachine.In(Scratch, Variables, mayStartProcesses);

    /// <summary>What the checks of the surroundings find. The quick ones may start nothing.</summary>
    public async Task<IReadOnlyList<HealthFinding>> FindAsync()
    {
        var manager = new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = Machine(mayStartProcesses: Level != HealthLevel.Quick),
                Root = Root,
                Store = Scratch["store"],
                Sources = [Scratch["none"]],
            }
        );
        var survey = manager.Survey();
        var subject = survey.Candidates.Select(c => c.Candidate).First(c => c.Origins.Contains(GoOrigin.Explicit));
        using var context = new HealthContext(manager.Options.Host, manager.Settings, survey, subject, new HealthOptions { Level = Level });
        var report = await new Examination(context, SurroundingChecks.All).RunAsync(TestContext.Current.CancellationToken);
        return [.. report.Findings];
    }

    /// <summary>What <c>go</c> itself says in these surroundings, in a module with one program.</summary>
    public async Task<BufferedCommandResult> GoAsync(params string[] arguments)
    {
        Scratch.CreateFile("module/go.mod", "module example.com/m\n\ngo 1.19\n");
        Scratch.CreateFile("module/main.go", "package main\n\nfunc main() {}\n");
        return await Machine(mayStartProcesses: true)
            .CreateCommand(_go.GoExecutable)
            .WithArguments(arguments)
            .WithWorkingDirectory(Scratch["module"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
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
