using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>
/// Go fetching a toolchain for itself: <c>GOTOOLCHAIN=go1.N.P go version</c> with an empty module cache. A file proxy needs neither a network nor the
/// checksum database (cmd/go/internal/modfetch/sumdb.go), so this is the quickest that Go can be at it.
/// </summary>
internal sealed class GoItself(BenchmarkInput input) : IContender
{
    private string _directory = "";

    public string Name => "GOTOOLCHAIN=… go version";

    public void Prepare() => _directory = input.Work.Next("go");

    public async Task RunAsync()
    {
        var run = await input
            .Launcher.Host.CreateCommand(input.Launcher.GoExecutable)
            .WithArguments("version")
            .WithWorkingDirectory(_directory)
            .WithEnvironmentVariables(
                new Dictionary<string, string?>
                {
                    ["GOTOOLCHAIN"] = input.Proxy.Toolchain,
                    ["GOPROXY"] = new Uri(input.Proxy.Directory).AbsoluteUri,
                    ["GOMODCACHE"] = _directory,
                    ["GOPATH"] = _directory,
                    ["GOENV"] = "off",
                    ["GOROOT"] = null,
                    ["GOFLAGS"] = null,
                    ["GONOSUMDB"] = "golang.org/toolchain",
                }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        // The copy of the launcher under another name is fetched and unpacked in full; only then does it see that it has not that name.
        var refusesItsName = run.StandardError.Contains($"invoked to provide {input.Proxy.Toolchain}", StringComparison.Ordinal);
        if (run.ExitCode != 0 && !refusesItsName)
        {
            throw new InvalidOperationException($"go version ended with exit code {run.ExitCode}: {run.StandardError}");
        }
    }

    public void Finish()
    {
        Installed.Check(Directory.EnumerateDirectories(Path.Combine(_directory, "golang.org")).Single());
        WorkDirectory.Remove(_directory);
    }
}
