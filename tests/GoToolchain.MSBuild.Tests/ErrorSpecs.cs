namespace GoToolchain.MSBuild.Tests;

public sealed class ErrorSpecs(PackageFeed feed)
{
    [Fact]
    public async Task Compile_errors_are_build_errors_with_file_line_column_and_code()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("agent/lib/lib.go", "package lib\n\nfunc F() (int, string) {\n\treturn 1\n}\n");
        var main = solution.Write("agent/main.go", "package main\n\nimport \"example.com/agent/lib\"\n\nfunc main() {\n\tlib.F()\n}\n");
        solution.WriteApp();

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            $"{solution["agent", "lib", "lib.go"]}(4,9): go error GOTC3001: not enough return values",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("want (int, string)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", run.Output, StringComparison.Ordinal);

        solution.Write("agent/lib/lib.go", "package lib\n\nfunc F() {}\n");
        solution.Write("agent/main.go", "package main\n\nimport \"example.com/nosuch\"\n\nfunc main() {\n\tfoo()\n}\n");
        run = await solution.TryDotNetAsync("build", "App", "--no-restore");
        Assert.Contains(
            $"{main}(3,8): go error GOTC3007: no required module provides package example.com/nosuch",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_linker_error_is_shown_whole_at_the_module()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("agent/asm.s", "");
        solution.Write("agent/main.go", "package main\n\nfunc missing()\n\nfunc main() { missing() }\n");
        solution.WriteApp();

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            $"{solution["agent", "go.mod"]} : go error GOTC3023: main.main: relocation target main.missing not defined",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""<GoSidecar Include="../nosuch" />""", "GOTC3004", "there is no directory")]
    [InlineData("""<GoSidecar Include="../App" />""", "GOTC3004", "holds no Go file")]
    [InlineData("""<GoSidecar Include="../stray" />""", "GOTC3004", "belongs to no module")]
    [InlineData("""<GoSidecar Include="../agent" OutputName="a/b" />""", "GOTC3004", "cannot be the name")]
    [InlineData("""<GoSidecar Include="../agent;../agent/" />""", "GOTC3004", "Set OutputName")]
    [InlineData("""<GoSidecar Include="../agent" Race="perhaps" />""", "GOTC3004", "Race is `perhaps`")]
    [InlineData("""<GoSidecar Include="../agent" Env="NAME" />""", "GOTC3004", "Env has the entry `NAME`")]
    [InlineData("""<GoSidecar Include="../library" />""", "GOTC3004", "which is no program")]
    [InlineData("""<GoSidecar Include="../agent" GoVersion="one" />""", "GOTC1001", "one")]
    public async Task An_item_that_makes_no_sense_is_an_error_at_the_project(string item, string code, string text)
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("library/go.mod", "module example.com/library\n\ngo 1.19\n");
        solution.Write("stray/main.go", "package main\n");
        solution.Write("library/library.go", "package library\n");
        solution.WriteApp(item);

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        var line = run.Output.Split('\n').First(l => l.Contains(" error ", StringComparison.Ordinal));
        Assert.StartsWith($"{solution["App", "App.csproj"]} : error {code}: ", line, StringComparison.Ordinal);
        Assert.Contains(text, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Go_and_offline_the_error_has_a_code_and_says_what_to_do()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(
            properties: """
            <GoToolchainRoot />
            <GoToolchainPreference>only-managed</GoToolchainPreference>
            <GoToolchainStore>../empty store</GoToolchainStore>
            <GoToolchainOffline>true</GoToolchainOffline>
            """
        );

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            "error GOTC2010: No source could serve Go >=1.19. Connect to the network, name a mirror",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("apt: It needs the network, and the settings say offline.", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution["empty store", "toolchains"]));
    }

    [Fact]
    public async Task A_root_that_is_no_GOROOT_is_an_error_that_names_it()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(properties: "<GoToolchainRoot>../gone</GoToolchainRoot>");

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error GOTC1005: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(solution["gone"], run.Output, StringComparison.Ordinal);
    }
}
