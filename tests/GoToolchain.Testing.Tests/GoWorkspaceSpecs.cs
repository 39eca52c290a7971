using System.Text.Json;
using GoToolchain.Fixtures;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Tests;

public sealed class GoWorkspaceSpecs(GoOfTheTests go)
{
    private const string Hello = "package main\n\nfunc main() { println(\"hello\") }\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GoFact]
    public async Task A_program_is_built_and_runs()
    {
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(new Dictionary<string, string> { ["main.go"] = Hello }, Cancel);

        var build = await workspace.RunAsync(["build", "-o", "hello", "."], Cancel);
        var run = await workspace.RunAsync(["run", "."], Cancel);

        Assert.True(build.Succeeded, build.ToString());
        Assert.True(File.Exists(workspace.PathOf("hello")));
        Assert.Equal("hello\n", run.StandardError);
    }

    [GoTheory]
    [InlineData("main.go")]
    [InlineData("internal/deep/er/x.go")]
    public async Task Files_are_written_where_they_are_named(string path)
    {
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(
            new Dictionary<string, string> { [path] = "package x\n" },
            Cancel
        );

        Assert.Equal("package x\n", await File.ReadAllTextAsync(workspace.PathOf(path), Cancel));
    }

    [GoFact]
    public async Task A_compile_error_is_a_result_with_the_words_of_the_compiler()
    {
        var files = new Dictionary<string, string> { ["main.go"] = "package main\n\nfunc main() { nowhere() }\n" };
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(files, Cancel);

        var build = await workspace.RunAsync(["build", "."], Cancel);

        Assert.False(build.Succeeded);
        Assert.Contains("main.go:3:15: undefined: nowhere", build.Output, StringComparison.Ordinal);
        Assert.Equal("go build .", build.CommandLine);
    }

    [GoFact]
    public async Task Nothing_of_the_users_settings_gets_in_and_only_the_build_cache_is_shared()
    {
        using var home = new ScratchDirectory("home");
        var settings = home["env"];
        await File.WriteAllTextAsync(settings, "GOFLAGS=-mod=vendor\nGOPROXY=https://proxy.example.com\n", Cancel);
        var spoiled = WithVariables(
            ("GOENV", settings),
            ("GOFLAGS", "-tags=wrong"),
            ("GOPATH", home["gopath"]),
            ("GOMODCACHE", home["modcache"]),
            ("GOPROXY", "https://proxy.example.com"),
            ("GOOS", "plan9"),
            ("GOBIN", home["bin"]),
            ("GOCACHE", home["cache"])
        );
        await using var workspace = await GoWorkspace.CreateAsync(spoiled, new Dictionary<string, string> { ["main.go"] = Hello }, Cancel);

        var environment = JsonSerializer.Deserialize<Dictionary<string, string>>(
            (await workspace.RunAsync(["env", "-json"], Cancel)).StandardOutput
        )!;

        var root = Path.GetDirectoryName(workspace.Directory)!;
        // Go shows an empty name when there is no go/env file to read.
        Assert.Equal("", environment["GOENV"]);
        Assert.Equal("off", environment["GOPROXY"]);
        Assert.Equal("-modcacherw", environment["GOFLAGS"]);
        Assert.StartsWith(root, environment["GOPATH"], StringComparison.Ordinal);
        Assert.StartsWith(root, environment["GOMODCACHE"], StringComparison.Ordinal);
        Assert.Equal(go.Toolchain.Installation.Platform.Os, environment["GOOS"]);
        Assert.Equal("", environment["GOBIN"]);
        Assert.Equal(home["cache"], environment["GOCACHE"]);
    }

    [GoFact]
    public async Task No_module_is_fetched()
    {
        var files = new Dictionary<string, string>
        {
            ["main.go"] = "package main\n\nimport _ \"example.com/elsewhere\"\n\nfunc main() {}\n",
        };
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(files, Cancel);

        var get = await workspace.RunAsync(["get", "example.com/elsewhere@v1.0.0"], Cancel);

        Assert.False(get.Succeeded);
        Assert.Contains("GOPROXY=off", get.Output, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task A_variable_of_the_workspace_reaches_Go()
    {
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(new Dictionary<string, string>(), Cancel);
        workspace.Variables["GOOS"] = "windows";

        Assert.Equal("windows\n", (await workspace.RunAsync(["env", "GOOS"], Cancel)).StandardOutput);
    }

    [GoFact]
    public async Task A_go_mod_of_the_test_is_taken_as_it_is()
    {
        var files = new Dictionary<string, string> { ["go.mod"] = "module example.com/mine\n\ngo 1.19\n", ["x.go"] = "package mine\n" };
        await using var workspace = await go.Toolchain.CreateWorkspaceAsync(files, Cancel);

        Assert.Equal("example.com/mine\n", (await workspace.RunAsync(["list", "-m"], Cancel)).StandardOutput);
    }

    [GoFact]
    public async Task Nothing_is_left_after_the_end()
    {
        var workspace = await go.Toolchain.CreateWorkspaceAsync(new Dictionary<string, string> { ["main.go"] = Hello }, Cancel);
        await workspace.RunAsync(["build", "."], Cancel);
        var root = Path.GetDirectoryName(workspace.Directory)!;

        await workspace.DisposeAsync();

        Assert.False(Directory.Exists(root));
    }

    [GoTheory]
    [InlineData("../outside.go")]
    [InlineData("/etc/outside.go")]
    [InlineData("a/../../outside.go")]
    public async Task A_path_out_of_the_module_is_refused(string path)
    {
        var files = new Dictionary<string, string> { [path] = "package x\n" };

        await Assert.ThrowsAsync<ArgumentException>(() => go.Toolchain.CreateWorkspaceAsync(files, Cancel));
    }

    private GoInstallation WithVariables(params (string Name, string Value)[] variables)
    {
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
        var found = new GoToolchainManager(new GoToolchainOptions { Host = host, Root = go.Toolchain.Installation.Root }).Find();
        Assert.NotNull(found);
        return found;
    }
}
