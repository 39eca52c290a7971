using CliWrap;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What people write in scripts: <c>curl</c> to a file, <c>sha256sum -c</c>, <c>tar -xzf</c>.</summary>
/// <param name="input">The release.</param>
/// <param name="tar">The program that unpacks: <c>tar</c> or <c>bsdtar</c>.</param>
internal sealed class ShellInstall(BenchmarkInput input, string tar) : IContender
{
    private string _directory = "";

    public string Name => $"curl && sha256sum -c && {tar} -xzf";

    public void Prepare() => _directory = input.Work.Next("shell");

    public async Task RunAsync()
    {
        var script =
            $"curl -fsS -o go.tar.gz {input.ArchiveUrl} && echo '{input.Sha256}  go.tar.gz' | sha256sum -c --status && {tar} -xzf go.tar.gz";
        await Cli.Wrap("sh").WithArguments(["-c", script]).WithWorkingDirectory(_directory).ExecuteAsync();
    }

    public void Finish()
    {
        Installed.Check(Path.Combine(_directory, "go"));
        WorkDirectory.Remove(_directory);
    }
}
