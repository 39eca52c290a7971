using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>One start of <c>go env GOROOT</c>: what scripts do to find a single Go.</summary>
internal sealed class GoEnvRoot(GoInstallation go) : IContender
{
    private string _answer = "";

    public string Name => "go env GOROOT, once";

    public void Prepare() => _answer = "";

    public async Task RunAsync() =>
        _answer = (await Cli.Wrap(go.GoExecutable).WithArguments(["env", "GOROOT"]).ExecuteBufferedAsync()).StandardOutput;

    public void Finish()
    {
        if (_answer.Trim() is var root && root != go.Root && root != go.Candidate.ResolvedRoot)
        {
            throw new InvalidOperationException($"The answer was `{_answer}`.");
        }
    }
}
