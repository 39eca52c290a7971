using CliWrap;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What people do when they still have the archive: <c>tar -xzf</c>. Nothing is verified, nothing proved.</summary>
/// <param name="input">The archive.</param>
/// <param name="archive">The same as a file: absolute.</param>
internal sealed class ShellUnpack(BenchmarkInput input, string archive) : IContender
{
    private string _directory = "";

    public string Name => "tar -xzf";

    public void Prepare() => _directory = input.Work.Next("tar");

    public Task RunAsync() => Cli.Wrap("tar").WithArguments(["-xzf", archive]).WithWorkingDirectory(_directory).ExecuteAsync();

    public void Finish()
    {
        Installed.Check(Path.Combine(_directory, "go"));
        WorkDirectory.Remove(_directory);
    }
}
