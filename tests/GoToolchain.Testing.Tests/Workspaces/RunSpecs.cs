using GoToolchain.Fixtures;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Tests.Workspaces;

public sealed class RunSpecs(GoOfTheTests go)
{
    private const string Library = "package lib\n\nfunc Double(n int) int { return 2 * n }\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GoFact]
    public async Task Tests_are_read_into_results()
    {
        await using var workspace = await CreateAsync(
            ("lib.go", Library),
            (
                "lib_test.go",
                """
                package lib

                import ("testing"; "fmt")

                func TestPasses(t *testing.T) { fmt.Println("seen"); t.Log("noted") }
                func TestFails(t *testing.T) {
                	t.Run("wrong", func(t *testing.T) { t.Errorf("%d is not %d", Double(2), 5) })
                	t.Run("right", func(t *testing.T) {})
                }
                func TestSkips(t *testing.T) { t.Skip("not today") }

                """
            ),
            ("broken/broken.go", "package broken\n\nfunc Broken() { nowhere() }\n"),
            ("broken/broken_test.go", "package broken\n\nimport \"testing\"\n\nfunc TestNever(t *testing.T) {}\n")
        );

        var run = await workspace.TestAsync(cancel: Cancel);

        Assert.False(run.Succeeded);
        Assert.Equal(["TestPasses", "TestFails", "TestFails/wrong", "TestFails/right", "TestSkips"], run.Tests.Select(t => t.Name));
        Assert.Equal(GoTestOutcome.Passed, run["TestPasses"].Outcome);
        Assert.Contains("seen\n", run["TestPasses"].Output, StringComparison.Ordinal);
        Assert.Contains("lib_test.go:5: noted", run["TestPasses"].Output, StringComparison.Ordinal);
        Assert.Equal(GoTestOutcome.Failed, run["TestFails"].Outcome);
        Assert.Equal(GoTestOutcome.Passed, run["TestFails/right"].Outcome);
        Assert.Contains("4 is not 5", run["TestFails/wrong"].Output, StringComparison.Ordinal);
        Assert.Equal(GoTestOutcome.Skipped, run["TestSkips"].Outcome);
        Assert.Contains("not today", run["TestSkips"].Output, StringComparison.Ordinal);
        Assert.Equal(
            [("example.com/workspace", false), ("example.com/workspace/broken", true)],
            run.Packages.Select(p => (p.Path, p.BuildFailed)).Order()
        );
        Assert.True(run.Packages.Single(p => !p.BuildFailed).Elapsed > TimeSpan.Zero);
        var failure = Assert.Throws<GoToolchainException>(run.EnsureSuccess);
        Assert.Equal(GoErrorCodes.TestFailed, failure.Code);
        Assert.Contains("TestFails/wrong (example.com/workspace, Failed)", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("4 is not 5", failure.Problem, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => run["TestNowhere"]);
    }

    [GoFact]
    public async Task A_panic_leaves_the_test_unfinished_or_failed_and_its_package_failed()
    {
        await using var workspace = await CreateAsync(
            ("lib.go", Library),
            ("lib_test.go", "package lib\n\nimport (\"os\"; \"testing\")\n\nfunc TestGone(t *testing.T) { os.Exit(5) }\n")
        );

        var run = await workspace.TestAsync(["-run", "Gone", "."], Cancel);

        Assert.Equal(GoTestOutcome.Failed, run.Packages.Single().Outcome);
        Assert.NotEqual(GoTestOutcome.Passed, run["TestGone"].Outcome);
        Assert.False(run.Succeeded);
    }

    [GoFact]
    public async Task Vet_reports_what_it_finds()
    {
        await using var workspace = await CreateAsync(
            ("main.go", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Printf(\"%d\\n\", \"text\") }\n")
        );

        var vet = await workspace.VetAsync(cancel: Cancel);

        Assert.False(vet.Succeeded);
        Assert.Contains("main.go:5:", vet.StandardError, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task A_program_is_built_run_and_given_arguments()
    {
        await using var workspace = await CreateAsync(
            ("main.go", "package main\n\nimport (\"fmt\"; \"os\")\n\nfunc main() { fmt.Println(os.Args[1:]) }\n")
        );

        Assert.True((await workspace.BuildAsync(cancel: Cancel)).Succeeded);
        Assert.Equal("[a b]\n", (await workspace.RunProgramAsync(["a", "b"], Cancel)).StandardOutput);
        var program = await workspace.BuildProgramAsync(cancel: Cancel);
        Assert.True(File.Exists(program));
        Assert.Equal("program", Path.GetFileNameWithoutExtension(program));
    }

    [GoFact]
    public async Task A_run_that_takes_too_long_is_killed_and_says_what_it_had_written()
    {
        await using var workspace = await CreateAsync(
            new GoWorkspaceOptions { Timeout = TimeSpan.FromSeconds(4), Keep = GoWorkspaceKeep.Never },
            ("main.go", "package main\n\nimport \"time\"\n\nfunc main() { println(\"begun\"); time.Sleep(time.Hour) }\n")
        );
        var program = await workspace.BuildProgramAsync(cancel: Cancel);
        workspace.Variables["PROGRAM"] = program;
        await workspace.WriteAsync("run.sh", "exec \"$PROGRAM\"\n", Cancel);

        // go run -exec: the program is a grandchild, and has to go too.
        var failure = await Assert.ThrowsAsync<GoToolchainException>(() => workspace.RunAsync(["run", "-exec", "sh run.sh", "."], Cancel));

        Assert.Equal(GoErrorCodes.GoRunTimedOut, failure.Code);
        Assert.Contains("did not end within 4 s", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("begun", failure.Problem, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.Empty(Sidecars.RunningPrograms.Of(program));
        }
    }

    [GoFact]
    public async Task Modules_come_from_a_proxy_in_a_directory_when_one_is_named()
    {
        using var proxy = new ScratchDirectory("proxy");
        ProxyDirectory.AddModule(
            proxy.Root,
            "example.com/elsewhere",
            "v1.2.3",
            ("elsewhere.go", "package elsewhere\n\nconst Answer = 42\n")
        );
        await using var workspace = await CreateAsync(
            new GoWorkspaceOptions { ModuleProxy = GoModuleProxy.Directory(proxy.Root) },
            ("main.go", "package main\n\nimport \"example.com/elsewhere\"\n\nfunc main() { println(elsewhere.Answer) }\n")
        );

        (await workspace.RunAsync(["get", "example.com/elsewhere@v1.2.3"], Cancel)).EnsureSuccess();

        Assert.Equal("42\n", (await workspace.RunProgramAsync(cancel: Cancel)).EnsureSuccess().StandardError);
    }

    private Task<GoWorkspace> CreateAsync(params (string Path, string Text)[] files) => CreateAsync(new GoWorkspaceOptions(), files);

    private Task<GoWorkspace> CreateAsync(GoWorkspaceOptions options, params (string Path, string Text)[] files) =>
        GoWorkspace.CreateAsync(go.Toolchain.Installation, files.ToDictionary(f => f.Path, f => f.Text), options, Cancel);
}
