using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>gccgo's <c>go</c>, from the packages of the distribution: they are unpacked, not installed.</summary>
public sealed class GccgoTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private GoCandidate Locate(string path) =>
        Assert.Single(
            new GoLocator(
                SandboxMachine.In(_scratch, new Dictionary<string, string> { ["PATH"] = _scratch[path] }, mayStartProcesses: false)
            ).Locate()
        );

    [Fact]
    public async Task The_go_of_the_package_gccgo_go_is_called_gccgo_and_leads_to_the_command_of_GCC()
    {
        await UnpackAsync("gccgo-go", "gccgo-12");

        var candidate = Locate("usr/bin");

        Assert.Equal((GoVerdict.Gccgo, _scratch["usr/bin/go"]), (candidate.Verdict, candidate.Root));
        Assert.Matches("^[a-z0-9_]+-linux-gnu[a-z0-9]*-go-12$", Path.GetFileName(candidate.LeadsTo));
        Assert.Contains("gccgo", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_known_under_a_bare_name_by_the_gccgo_beside_it_and_through_alternatives()
    {
        await UnpackAsync("gccgo-12");
        var command = Directory.EnumerateFiles(_scratch["usr/bin"], "*-linux-*-go-12").Single();
        Directory.CreateDirectory(_scratch["gcc/bin"]);
        File.Copy(command, _scratch["gcc/bin/go"]);
        File.Copy(command, _scratch["gcc/bin/gccgo"]);
        _scratch.CreateLink("alternatives/go", command);
        _scratch.CreateLink("linked/go", "../alternatives/go");

        var bare = Locate("gcc/bin");
        var linked = Locate("linked");

        Assert.Equal((GoVerdict.Gccgo, null), (bare.Verdict, bare.LeadsTo));
        Assert.Equal((GoVerdict.Gccgo, command), (linked.Verdict, linked.LeadsTo));
    }

    [Fact]
    public async Task Gos_own_command_taken_out_of_its_tree_is_not_gccgo_whatever_lies_beside_it()
    {
        var go = await TestGo.EnsureAsync("1.23");
        Directory.CreateDirectory(_scratch["bin"]);
        File.Copy(go.GoExecutable, _scratch["bin/go"]);
        _scratch.CreateFile("bin/gccgo");

        var candidate = Locate("bin");

        Assert.Equal(GoVerdict.OtherProgram, candidate.Verdict);
        Assert.Contains($"the go command of go{go.Version}, taken out of its tree", candidate.Reason, StringComparison.Ordinal);
    }

    private async Task UnpackAsync(params string[] packages)
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.SkipUnless(
            File.Exists("/usr/bin/apt-get") && File.Exists("/usr/bin/dpkg-deb"),
            "gccgo is taken from the packages of Debian."
        );
        var downloads = _scratch.CreateDirectory("packages");
        foreach (var package in packages)
        {
            var download = await Cli.Wrap("apt-get")
                .WithArguments(["download", package])
                .WithWorkingDirectory(downloads)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancel);
            Assert.SkipUnless(download.IsSuccess, $"The configured suites do not serve {package}.");
        }

        foreach (var file in Directory.EnumerateFiles(downloads))
        {
            await Cli.Wrap("dpkg-deb").WithArguments(["-x", file, _scratch.Root]).ExecuteAsync(cancel);
        }
    }
}
