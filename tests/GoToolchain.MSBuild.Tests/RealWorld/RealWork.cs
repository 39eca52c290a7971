using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.RealWorld;

/// <summary>What the programs of <see cref="RealProgram"/> are for, done by them.</summary>
/// <param name="bin">Where they are.</param>
/// <param name="go">The Go that <c>stringer</c> asks about packages.</param>
internal sealed class RealWork(string bin, GoInstallation go)
{
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    /// <summary>Has a program do its work.</summary>
    /// <param name="program">Which.</param>
    /// <param name="module">The directory of its module.</param>
    public async Task AssertDoneAsync(RealProgram program, string module)
    {
        using var scratch = new ScratchDirectory();
        var command = Cli.Wrap(Path.Combine(bin, program.Executable)).WithWorkingDirectory(scratch.Root);
        await (
            program.Name switch
            {
                "stringer" => GenerateNamesAsync(command, scratch),
                "goyacc" => GenerateParserAsync(command, scratch, module),
                "shfmt" => FormatAsync(command),
                "gojq" => QueryAsync(command),
                "simple" => StoreAsync(command, scratch),
                _ => throw new ArgumentException($"Nobody knows what {program.Name} does.", nameof(program)),
            }
        );
    }

    private async Task GenerateNamesAsync(Command command, ScratchDirectory scratch)
    {
        scratch.CreateFile("go.mod", "module example.com/colors\n\ngo 1.19\n");
        scratch.CreateFile("colors.go", "package colors\n\ntype Color int\n\nconst (\n\tRed Color = iota\n\tGreen\n)\n");
        var host = TestGo.Host;
        await command
            .WithArguments(["-type=Color"])
            .WithEnvironmentVariables(v =>
                v.Set("PATH", Path.Combine(go.Root, "bin") + Path.PathSeparator + host.GetVariable("PATH"))
                    .Set("GOROOT", null)
                    .Set("GOFLAGS", null)
                    .Set("GOENV", "off")
                    .Set("GOCACHE", host.GetVariable("GOCACHE"))
            )
            .ExecuteBufferedAsync(_cancel);
        Assert.Contains("\"RedGreen\"", await File.ReadAllTextAsync(scratch["color_string.go"], _cancel), StringComparison.Ordinal);
    }

    private async Task GenerateParserAsync(Command command, ScratchDirectory scratch, string module)
    {
        var grammar = Path.Combine(module, "cmd", "goyacc", "testdata", "expr", "expr.y");
        await command.WithArguments(["-p", "expr", "-o", "expr.go", grammar]).ExecuteBufferedAsync(_cancel);
        Assert.Contains("func exprParse(", await File.ReadAllTextAsync(scratch["expr.go"], _cancel), StringComparison.Ordinal);
    }

    private async Task FormatAsync(Command command)
    {
        var run = await command
            .WithStandardInputPipe(PipeSource.FromString("if true;then echo  yes;fi"))
            .WithArguments(["-i", "2"])
            .ExecuteBufferedAsync(_cancel);
        Assert.Equal("if true; then echo yes; fi\n", run.StandardOutput);
    }

    private async Task QueryAsync(Command command)
    {
        var run = await command
            .WithStandardInputPipe(PipeSource.FromString("numbers: [1, 2]\n"))
            .WithArguments(["--yaml-input", "-c", ".numbers | map(. + 1)"])
            .ExecuteBufferedAsync(_cancel);
        Assert.Equal("[2,3]\n", run.StandardOutput);
    }

    private async Task StoreAsync(Command command, ScratchDirectory scratch)
    {
        var run = await command.ExecuteBufferedAsync(_cancel);
        Assert.Contains("99 こんにちは世界099", run.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith("SQLite format 3", await File.ReadAllTextAsync(scratch["foo.db"], _cancel), StringComparison.Ordinal);
    }
}
