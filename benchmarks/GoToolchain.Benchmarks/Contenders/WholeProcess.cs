using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>A program from its start to its end.</summary>
/// <param name="name">For the table.</param>
/// <param name="line">The program and its arguments.</param>
/// <param name="answer">What its output has to contain.</param>
internal sealed class WholeProcess(string name, IReadOnlyList<string> line, string answer) : IContender
{
    private string _output = "";

    public string Name => name;

    public void Prepare() => _output = "";

    public async Task RunAsync() =>
        _output = (
            await Cli.Wrap(line[0])
                .WithArguments(line.Skip(1))
                .WithWorkingDirectory(Path.GetTempPath())
                .WithEnvironmentVariables(v => v.Set("GOTC_STORE", TestGo.Store))
                .ExecuteBufferedAsync()
        ).StandardOutput;

    public void Finish()
    {
        if (!_output.Contains(answer, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{string.Join(' ', line)} said: {_output}");
        }
    }
}
