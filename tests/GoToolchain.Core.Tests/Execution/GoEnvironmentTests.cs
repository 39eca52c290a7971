using GoToolchain.Execution;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution;

/// <summary>What the environment of the caller can do to a run of <c>go</c>, and what it cannot.</summary>
public sealed class GoEnvironmentTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<GoInstallation> GoWithAsync(string line, params (string Name, string Value)[] variables)
    {
        var go = await TestGo.EnsureAsync(line);
        var all = new Dictionary<string, string>(TestGo.Host.Variables);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var host = new HostMachine
        {
            Variables = all,
            HomeDirectory = TestGo.Host.HomeDirectory,
            TempDirectory = TestGo.Host.TempDirectory,
            Platform = TestGo.Host.Platform,
        };
        return new GoInstallation(go.Candidate, host);
    }

    private static async Task<string> AskAsync(GoCommand command) => (await command.ExecuteBufferedAsync(Cancel)).StandardOutput.Trim();

    [Fact]
    public async Task A_GOROOT_of_the_caller_does_not_reach_go()
    {
        var other = await TestGo.EnsureAsync("1.23");
        var go = await GoWithAsync("1.19", ("GOROOT", other.Root));

        Assert.Equal(go.Candidate.ResolvedRoot, await AskAsync(go.Command("env", "GOROOT")));
    }

    [Fact]
    public async Task A_GOROOT_of_the_caller_that_is_gone_does_not_stop_go()
    {
        var go = await GoWithAsync("1.19", ("GOROOT", _scratch["gone"]));

        Assert.Equal(go.Version.ToolchainName, await AskAsync(go.Command("env", "GOVERSION")));
    }

    [Fact]
    public async Task A_GOROOT_in_the_go_env_file_that_is_gone_does_not_stop_go()
    {
        var file = _scratch.CreateFile("go-env", $"GOFLAGS=-mod=mod\nGOROOT={_scratch["gone"]}\n");
        var go = await GoWithAsync("1.19", ("GOENV", file));

        Assert.Equal($"{go.Root}\n-mod=mod", await AskAsync(go.Command("env", "GOROOT", "GOFLAGS")));
    }

    [Fact]
    public async Task The_go_env_file_in_the_configuration_directory_counts_when_none_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "XDG_CONFIG_HOME is read on Linux and the BSDs.");
        _scratch.CreateFile("config/go/env", $"GOROOT={_scratch["gone"]}\n");
        var go = await GoWithAsync("1.19", ("GOENV", ""), ("XDG_CONFIG_HOME", _scratch["config"]));

        Assert.Equal(go.Root, await AskAsync(go.Command("env", "GOROOT")));
    }

    [Fact]
    public async Task Go_does_not_switch_to_the_toolchain_that_the_caller_or_the_module_asks_for()
    {
        _scratch.CreateFile("go.mod", "module example.com/test\n\ngo 1.99\n");
        var go = await GoWithAsync("1.23", ("GOTOOLCHAIN", "go1.99.0+auto"));

        var result = await go.Command("list").WithWorkingDirectory(_scratch.Root).WithExitCodeCheck(false).ExecuteBufferedAsync(Cancel);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("GOTOOLCHAIN=local", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_go_further_up_that_switched_toolchains_leaves_no_trace()
    {
        var go = await GoWithAsync(
            "1.23",
            ("GOTOOLCHAIN_INTERNAL_SWITCH_VERSION", "go1.99.0"),
            ("GOTOOLCHAIN_INTERNAL_SWITCH_COUNT", "99")
        );

        Assert.Equal(go.Version.ToolchainName, await AskAsync(go.Command("env", "GOVERSION")));
    }

    [Fact]
    public async Task What_go_starts_finds_the_same_go_first_on_PATH()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The other go is a shell script.");
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        _scratch.CreateFile("other/go", "#!/bin/sh\necho other\n", executable);
        _scratch.CreateFile("module/go.mod", "module example.com/test\n\ngo 1.19\n");
        _scratch.CreateFile("module/main.go", "package main\n\n//go:generate go version\nfunc main() {}\n");
        var go = await GoWithAsync("1.19", ("PATH", $"{_scratch["other"]}:{TestGo.Host.GetVariable("PATH")}"));

        var generate = go.Command("generate").WithWorkingDirectory(_scratch["module"]);

        Assert.StartsWith("go version go1.19", await AskAsync(generate), StringComparison.Ordinal);
        Assert.StartsWith("go version go1.19", await AskAsync(generate.WithVariable("PATH", _scratch["other"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_user_has_set_for_Go_is_kept_and_the_caller_may_change_it()
    {
        var go = await GoWithAsync("1.19", ("GOFLAGS", "-mod=mod"), ("GOPRIVATE", "example.com"));
        var ask = go.Command("env", "GOFLAGS", "GOPRIVATE");

        Assert.Equal("-mod=mod\nexample.com", await AskAsync(ask));
        Assert.Equal("-trimpath", await AskAsync(ask.WithVariable("GOFLAGS", "-trimpath").WithVariable("GOPRIVATE", null)));
    }

    [Fact]
    public async Task A_foreign_GOROOT_cannot_be_given_to_a_run()
    {
        var go = await TestGo.EnsureAsync("1.19");

        var refusal = Assert.Throws<GoToolchainException>(() => go.Command("version").WithVariable("GOROOT", "/usr/local/go"));

        Assert.Same(GoErrorCodes.InvalidSetting, refusal.Code);
        Assert.Equal(go.Root, go.Command("version").WithVariable("GOROOT", go.Root).Variables["GOROOT"]);
    }

    [Fact]
    public async Task Variables_of_the_process_that_are_not_those_of_the_host_do_not_reach_go()
    {
        Environment.SetEnvironmentVariable("GOPRIVATE", "leaked.example.com");
        try
        {
            var go = await GoWithAsync("1.19");

            Assert.Equal("", await AskAsync(go.Command("env", "GOPRIVATE")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GOPRIVATE", null);
        }
    }
}
