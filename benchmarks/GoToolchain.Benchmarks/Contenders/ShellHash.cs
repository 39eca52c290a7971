using CliWrap;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What people type: <c>find -type f | xargs -P2 sha256sum</c>. Its output is thrown away, and compared with nothing.</summary>
/// <param name="root">The tree: absolute.</param>
internal sealed class ShellHash(string root) : IContender
{
    public string Name => "find -type f | xargs -P2 sha256sum";

    public void Prepare() { }

    // With as many files for each run as let both processes work to the end.
    public Task RunAsync() =>
        Cli.Wrap("sh")
            .WithArguments(["-c", "find . -type f -print0 | xargs -0 -P2 -n 1000 sha256sum >/dev/null"])
            .WithWorkingDirectory(root)
            .ExecuteAsync();

    public void Finish() { }
}
