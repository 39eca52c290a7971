using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Environments.StartFiles;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>A home with start-up files, in which real shells are started.</summary>
internal sealed class ShellHome : IDisposable
{
    public ShellHome()
    {
        Home = Scratch.CreateDirectory("home");
        Variables["HOME"] = Home;
        Variables["PATH"] = "/usr/bin:/bin";
        Variables["TERM"] = "dumb";
    }

    public ScratchDirectory Scratch { get; } = new();

    public string Home { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public string Write(string file, string text) => Scratch.CreateFile($"home/{file}", text);

    public StartFileSurvey Survey() => StartFileSurvey.Read(SandboxMachine.In(Scratch, Variables, mayStartProcesses: false));

    /// <summary>The variables that a shell has after it has read its start-up files.</summary>
    public async Task<Dictionary<string, string>> StartAsync(string shell, params string[] options)
    {
        var program = HostMachine.Detect().FindOnPath(shell);
        Assert.SkipWhen(program is null, $"There is no {shell} on this machine.");
        var run = await SandboxMachine
            .In(Scratch, Variables)
            .CreateCommand(program!)
            .WithArguments([.. options, "-c", "/usr/bin/env -0"])
            .WithWorkingDirectory(Home)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, run.StandardError);
        return run
            .StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }

    public void Dispose() => Scratch.Dispose();
}
