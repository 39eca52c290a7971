using GoToolchain.Execution;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution;

public sealed class GoCommandTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string CreateModule(string source)
    {
        _scratch.CreateFile("module/go.mod", "module example.com/test\n\ngo 1.19\n");
        _scratch.CreateFile("module/main.go", source);
        return _scratch["module"];
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task The_version_that_answers_is_that_of_the_installation(string line)
    {
        var go = await TestGo.EnsureAsync(line);

        var result = await go.Command("version").ExecuteBufferedAsync(Cancel);

        Assert.StartsWith($"go version {go.Version.ToolchainName} ", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_comes_line_by_line_while_the_program_still_runs()
    {
        var go = await TestGo.EnsureAsync("1.19");
        var module = CreateModule(
            """
            package main

            import (
                "bufio"
                "fmt"
                "os"
            )

            func main() {
                fmt.Println("ready")
                answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
                fmt.Print("heard ", answer)
                fmt.Fprintln(os.Stderr, "änd out")
            }
            """
        );
        var (output, errors) = (new List<string>(), new List<string>());
        var ready = new TaskCompletionSource();
        using var input = new AnswerStream(ready.Task, "yes\n");

        await go.Command("run", ".")
            .WithWorkingDirectory(module)
            .WithStandardInput(CliWrap.PipeSource.FromStream(input))
            .WithStandardOutput(line =>
            {
                output.Add(line);
                ready.TrySetResult();
            })
            .WithStandardError(errors.Add)
            .ExecuteAsync(Cancel)
            .WaitAsync(TimeSpan.FromMinutes(2), Cancel);

        Assert.Equal(["ready", "heard yes"], output);
        Assert.Equal(["änd out"], errors);
    }

    [Fact]
    public async Task A_command_that_fails_is_an_exception_with_its_code_its_messages_and_the_command_line()
    {
        var go = await TestGo.EnsureAsync("1.19");
        var module = CreateModule("package main\n\nfunc main() { undefined() }\n");

        var failure = await Assert.ThrowsAsync<GoToolchainException>(() =>
            go.Command("build", "./...").WithWorkingDirectory(module).ExecuteAsync(Cancel)
        );

        Assert.Same(GoErrorCodes.CommandFailed, failure.Code);
        Assert.Contains("`go build ./...` ended with exit code", failure.Message, StringComparison.Ordinal);
        Assert.Contains("main.go:3:15: undefined: undefined", failure.Message, StringComparison.Ordinal);
        Assert.Contains(module, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_check_a_failed_command_is_a_result()
    {
        var go = await TestGo.EnsureAsync("1.19");

        var result = await go.Command("no-such-command").WithExitCodeCheck(false).ExecuteBufferedAsync(Cancel);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("unknown command", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_in_the_directory_it_is_told_to_in_the_spelling_it_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links to directories need a privilege on Windows.");
        var go = await TestGo.EnsureAsync("1.19");
        CreateModule("package main\n\nfunc main() {}\n");
        var link = _scratch.CreateLink("link to", "module");

        var result = await go.Command("list", "-f", "{{.Dir}}").WithWorkingDirectory(link).ExecuteBufferedAsync(Cancel);

        Assert.Equal(link, result.StandardOutput.Trim());
    }

    [Fact]
    public async Task Each_With_leaves_the_command_it_is_called_on_as_it_is()
    {
        var go = await TestGo.EnsureAsync("1.19");
        var plain = go.Command("version");

        var changed = plain
            .WithArguments("env", "-json")
            .WithWorkingDirectory(_scratch.Root)
            .WithVariable("A", "1")
            .WithVariables([new("B", null)])
            .WithExitCodeCheck(false);

        Assert.Equal(["version"], plain.Arguments);
        Assert.Empty(plain.Variables);
        Assert.Null(plain.WorkingDirectory);
        Assert.True(plain.ChecksExitCode);
        Assert.Equal(["env", "-json"], changed.Arguments);
        Assert.Equal(new Dictionary<string, string?> { ["A"] = "1", ["B"] = null }, changed.Variables);
        Assert.Equal((_scratch.Root, false), (changed.WorkingDirectory, changed.ChecksExitCode));
        Assert.Equal("go env -json", changed.ToString());
    }

    [Fact]
    public async Task Arguments_reach_go_as_they_are()
    {
        var go = await TestGo.EnsureAsync("1.19");
        var module = CreateModule("package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() { fmt.Printf(\"%q\", os.Args[1:]) }\n");

        var result = await go.Command("run", ".", "a b", "", "\"q\"", "$HOME", "ü;%", "back\\slash")
            .WithWorkingDirectory(module)
            .ExecuteBufferedAsync(Cancel);

        Assert.Equal("""["a b" "" "\"q\"" "$HOME" "ü;%" "back\\slash"]""", result.StandardOutput);
    }
}
