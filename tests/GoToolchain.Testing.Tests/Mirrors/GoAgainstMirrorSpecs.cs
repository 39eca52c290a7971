using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Tests.Mirrors;

/// <summary>What the real go command makes of the mirror.</summary>
public sealed class GoAgainstMirrorSpecs(GoOfTheTests go) : IAsyncDisposable
{
    private const string Module = "example.com/Greet";

    private static readonly Dictionary<string, string> s_greet = new()
    {
        ["greet.go"] = "package greet\n\nfunc Word() string { return \"hello\" }\n",
    };

    private static readonly Dictionary<string, string> s_program = new()
    {
        ["main.go"] = $"package main\n\nimport greet \"{Module}\"\n\nfunc main() {{ print(greet.Word()) }}\n",
    };

    private readonly FakeGoMirror _mirror = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _mirror.DisposeAsync();

    [GoTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Go_downloads_a_module_and_proves_it_with_the_database(bool throughTheProxy)
    {
        _mirror.ProxiesDatabase = throughTheProxy;
        _mirror.Database.Grow(700);
        var zip = _mirror.AddModule(Module, "v1.0.0", s_greet);
        _mirror.Database.Grow(3);
        await using var workspace = await CreateAsync();

        var get = await workspace.RunAsync(["get", Module + "@v1.0.0"], Cancel);
        var run = await workspace.RunAsync(["run", "."], Cancel);

        Assert.True(get.Succeeded, get.ToString());
        Assert.Equal("hello", run.StandardError);
        Assert.Equal(1, _mirror.Count(zip));
        var root = throughTheProxy ? "/proxy/sumdb/fake.sum.test" : "/sumdb";
        Assert.Equal(1, _mirror.Count(root + "/lookup/example.com/!greet@v1.0.0"));
        Assert.NotEqual(0, _mirror.Count(root + "/tile/8/0/002.p/192"));
    }

    [GoFact]
    public async Task Go_finds_the_newest_version_in_the_list()
    {
        _mirror.AddModule(Module, "v1.0.0", s_greet);
        _mirror.AddModule(Module, "v1.2.0", s_greet);
        await using var workspace = await CreateAsync();

        var get = await workspace.RunAsync(["get", Module], Cancel);

        Assert.True(get.Succeeded, get.ToString());
        Assert.Contains("v1.2.0", await File.ReadAllTextAsync(workspace.PathOf("go.mod"), Cancel), StringComparison.Ordinal);
    }

    [GoFact]
    public async Task Go_refuses_a_module_whose_files_were_replaced()
    {
        _mirror.AddModule(Module, "v1.0.0", s_greet);
        _mirror.ReplaceModule(Module, "v1.0.0", new Dictionary<string, string> { ["greet.go"] = "package greet\n" });
        await using var workspace = await CreateAsync();

        var get = await workspace.RunAsync(["get", Module + "@v1.0.0"], Cancel);

        Assert.False(get.Succeeded);
        Assert.Contains("checksum mismatch", get.Output, StringComparison.Ordinal);
        Assert.Contains("SECURITY ERROR", get.Output, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task Go_refuses_a_database_that_rewrites_its_history()
    {
        _mirror.AddModule(Module, "v1.0.0", s_greet);
        await using var workspace = await CreateAsync();
        var first = await workspace.RunAsync(["get", Module + "@v1.0.0"], Cancel);
        _mirror.Database.RewriteHistory();
        _mirror.AddModule(Module, "v1.1.0", s_greet);

        var second = await workspace.RunAsync(["get", Module + "@v1.1.0"], Cancel);

        Assert.True(first.Succeeded, first.ToString());
        Assert.False(second.Succeeded);
        Assert.Contains("go.sum database server misbehavior detected!", second.Output, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task Go_switches_to_a_toolchain_that_it_downloads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The toolchain of this test is a shell script.");
        _mirror.AddToolchain(
            "1.97.3",
            [
                ArchiveEntry.File("go/VERSION", "go1.97.3\n"),
                ArchiveEntry.File("go/bin/go", "#!/bin/sh\necho the toolchain of the mirror\n"),
                ArchiveEntry.File("go/bin/gofmt", ""),
                ArchiveEntry.File("go/pkg/tool/compile", ""),
                ArchiveEntry.File("go/src/go.mod", "module std\n"),
                ArchiveEntry.File("go/test/large.go", "not part of the module"),
            ]
        );
        await using var workspace = await CreateAsync();
        workspace.Variables["GOTOOLCHAIN"] = "go1.97.3";

        var run = await workspace.RunAsync(["version"], Cancel);

        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal("the toolchain of the mirror\n", run.StandardOutput);
        Assert.Equal(1, _mirror.Count(FakeGoMirror.ToolchainFile("1.97.3")));
    }

    [GoTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Go_trusts_the_authority_of_the_mirror_only_when_it_is_told_to(bool isTold)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a variable names the authorities that Go trusts.");
        await using var secure = new FakeGoMirror(useTls: true);
        secure.AddModule(Module, "v1.0.0", s_greet);
        await using var workspace = await CreateAsync(secure);
        if (isTold)
        {
            await workspace.WriteAsync("authority.pem", secure.CertificateAuthority!, Cancel);
            workspace.Variables["SSL_CERT_FILE"] = workspace.PathOf("authority.pem");
        }

        var get = await workspace.RunAsync(["get", Module + "@v1.0.0"], Cancel);

        Assert.Equal(isTold, get.Succeeded);
        Assert.Equal(!isTold, get.Output.Contains("certificate signed by unknown authority", StringComparison.Ordinal));
    }

    private async Task<GoWorkspace> CreateAsync(FakeGoMirror? mirror = null)
    {
        var workspace = await go.Toolchain.CreateWorkspaceAsync(s_program, Cancel);
        (mirror ?? _mirror).ApplyTo(workspace.Variables);
        return workspace;
    }
}
