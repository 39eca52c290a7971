using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary><c>ldd</c>, which lets the loader do it.</summary>
/// <param name="program">Absolute.</param>
internal sealed class Ldd(string program) : IContender
{
    private string _output = "";

    public string Name => "ldd";

    public void Prepare() => _output = "";

    public async Task RunAsync() => _output = (await Cli.Wrap("ldd").WithArguments(program).ExecuteBufferedAsync()).StandardOutput;

    public void Finish()
    {
        if (!_output.Contains("libc.", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"ldd said: {_output}");
        }
    }
}
