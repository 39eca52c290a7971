using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>One start of <c>go version -m</c> for all the programs.</summary>
internal sealed class GoVersionModules(GoInstallation go, IReadOnlyList<string> files) : IContender
{
    public string Name => "go version -m, once";

    /// <summary>Its lines, without their indentation; empty before the first run.</summary>
    public string Answer { get; private set; } = "";

    public void Prepare() { }

    public async Task RunAsync()
    {
        var run = await Cli.Wrap(go.GoExecutable).WithArguments(["version", "-m", .. files]).ExecuteBufferedAsync();
        Answer = run.StandardOutput.Replace("\n\t", "\n", StringComparison.Ordinal);
    }

    public void Finish()
    {
        if (Answer.Length == 0)
        {
            throw new InvalidOperationException("go version said nothing.");
        }
    }
}
