using GoToolchain.Environments;
using GoToolchain.Environments.Search;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>Where <c>go install</c> of the real Go writes, and what a real shell then runs.</summary>
public sealed class InstallDirectoryTests : IDisposable
{
    private readonly GoSandbox _sandbox = new();

    public InstallDirectoryTests()
    {
        _sandbox.Scratch.CreateFile("home/go.mod", "module example.com/hello\n\ngo 1.19\n");
        _sandbox.Scratch.CreateFile("home/main.go", "package main\n\nfunc main() {}\n");
        _sandbox.Variables["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE")!;
        _sandbox.Variables["CGO_ENABLED"] = "0";
    }

    public void Dispose() => _sandbox.Dispose();

    private GoInstallDirectory Directory(GoInstallation go) =>
        InstallDirectoryRules.Of(GoConfiguration.Read(_sandbox.Machine, go.Candidate));

    [Theory]
    [InlineData("", "GOPATH", "{HOME}/go/bin/hello")]
    [InlineData("GOPATH={HOME}/a:{HOME}/b", "GOPATH", "{HOME}/a/bin/hello")]
    [InlineData("GOBIN={HOME}/bin", "GOBIN", "{HOME}/bin/hello")]
    [InlineData("GOBIN={HOME}/bin GOPATH={HOME}/a", "GOBIN", "{HOME}/bin/hello")]
    [InlineData("GOOS=windows", "GOPATH", "{HOME}/go/bin/windows_{ARCH}/hello.exe")]
    public async Task A_program_is_installed_where_we_say(string set, string source, string expected)
    {
        var go = await TestGo.EnsureAsync("1.23");
        Set(set);

        var directory = Directory(go);
        var run = await _sandbox.AskAsync(go, "install", ".");

        Assert.True(run.ExitCode == 0, run.StandardError);
        var file = Fill(expected);
        Assert.True(File.Exists(file), file);
        Assert.Equal((Path.GetDirectoryName(file), source), (directory.Path, directory.Source));
    }

    [Theory]
    [InlineData("GOBIN=bin", "GOBIN is `bin`, which is not an absolute path")]
    [InlineData("GOBIN={HOME}/bin GOOS=windows", "refuses to put programs for windows/")]
    [InlineData("GOPATH=go", "GOPATH begins with `go`")]
    [InlineData("HOME=", "no GOPATH and no HOME")]
    public async Task Where_go_refuses_we_say_why(string set, string words)
    {
        var go = await TestGo.EnsureAsync("1.23");
        Set(set);

        var directory = Directory(go);

        Assert.Null(directory.Path);
        Assert.Contains(words, directory.Problem, StringComparison.Ordinal);
        Assert.NotEqual(0, (await _sandbox.AskAsync(go, "install", ".")).ExitCode);
    }

    [Fact]
    public async Task GOPATH_in_the_place_of_GOROOT_is_a_trap()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _sandbox.Variables["GOPATH"] = go.Candidate.ResolvedRoot;

        Assert.Contains("GOPATH is GOROOT", Directory(go).Problem, StringComparison.Ordinal);
        Assert.Contains("GOPATH", (await _sandbox.AskAsync(go, "env", "GOPATH")).StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("early:late", "early")]
    [InlineData("late:early", "late")]
    [InlineData("missing::early:late", "early")]
    [InlineData("plain:late", "late")]
    public async Task The_file_that_we_name_is_the_one_that_a_shell_runs(string path, string runs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        var go = await TestGo.EnsureAsync("1.23");
        _sandbox.Scratch.CreateFile("home/early/tool", "#!/bin/sh\necho early\n", executable);
        _sandbox.Scratch.CreateFile("home/late/tool", "#!/bin/sh\necho late\n", executable);
        _sandbox.Scratch.CreateFile("home/plain/tool", "not executable");
        _sandbox.Variables["PATH"] = string.Join(':', path.Split(':').Select(d => d.Length == 0 ? "" : Path.Combine(_sandbox.Home, d)));

        var found = new CommandLookups(_sandbox.Machine, Directory(go)).Of("tool");

        Assert.Equal(Path.Combine(_sandbox.Home, runs, "tool"), found.File);
        Assert.Equal(runs, (await _sandbox.RunAsync("/bin/sh", "-c", "tool")).StandardOutput.Trim());
    }

    [Fact]
    public async Task What_is_installed_and_what_hides_it_are_both_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        var go = await TestGo.EnsureAsync("1.23");
        var hiding = _sandbox.Scratch.CreateFile("home/early/gopls", "#!/bin/sh\n", executable);
        var installed = _sandbox.Scratch.CreateFile("home/go/bin/gopls", "#!/bin/sh\n", executable);
        _sandbox.Scratch.CreateFile("home/go/bin/free", "#!/bin/sh\n", executable);
        _sandbox.Variables["PATH"] = $"{_sandbox.Home}/early:{_sandbox.Home}/go/bin";

        var lookups = new CommandLookups(_sandbox.Machine, Directory(go));

        var shadowed = Assert.Single(lookups.Shadowed());
        Assert.Equal(("gopls", hiding, installed), (shadowed.Name, shadowed.File, shadowed.Installed));
        Assert.Equal([installed], shadowed.Hidden);
        Assert.Equal("No `nothing` is on PATH.", lookups.Of("nothing").Note);
    }

    private void Set(string assignments)
    {
        foreach (var assignment in assignments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = Fill(assignment).Split('=', 2);
            _sandbox.Variables[parts[0]] = parts[1];
        }
    }

    private string Fill(string text) =>
        text.Replace("{HOME}", _sandbox.Home, StringComparison.Ordinal).Replace("{ARCH}", GoPlatform.Host.Arch, StringComparison.Ordinal);
}
