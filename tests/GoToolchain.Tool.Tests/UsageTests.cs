using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("wher", "`wher` is not a command of gotoolchain.", "Did you mean `gotoolchain where`?")]
    [InlineData("frobnicate", "`frobnicate` is not a command", "See `gotoolchain --help`.")]
    [InlineData("where --nonsense", "`--nonsense` is not an option of `gotoolchain where`.", "See `gotoolchain where --help`.")]
    [InlineData("where 1.22 1.23", "`1.23`", "See `gotoolchain where --help`.")]
    [InlineData("where --json=yes", "`--json`", "See `gotoolchain where --help`.")]
    [InlineData(
        "where -- 1.22",
        "`--` belongs to `gotoolchain exec` and `gotoolchain inspect --trace` alone.",
        "See `gotoolchain where --help`."
    )]
    [InlineData("uninstall", "`SPEC`", "See `gotoolchain uninstall --help`.")]
    [InlineData("install --from", "`--from`", "See `gotoolchain install --help`.")]
    [InlineData("exec 1.22", "There is no command to run.", "`gotoolchain exec 1.24 -- go version`")]
    [InlineData("exec 1.22 go version", "the command to run comes after `--`", "`gotoolchain exec 1.24 -- go version`")]
    public async Task Wrong_usage_is_exit_code_64_with_the_cause_and_the_next_step_on_stderr(string line, string cause, string next)
    {
        var run = (await _machine.RunAsync(line.Split(' '))).Ended(64);

        Assert.Empty(run.Out);
        Assert.StartsWith("error GOTC1006: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(cause, run.Error, StringComparison.Ordinal);
        Assert.Contains("next: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(next, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where", "one.two", "GOTC1001")]
    [InlineData("releases", "go", "GOTC1001")]
    [InlineData("install", "1..2", "GOTC1001")]
    public async Task A_version_that_is_none_is_wrong_usage(string command, string spec, string code)
    {
        var run = (await _machine.RunAsync(command, spec, "--offline")).Ended(64);

        Assert.Empty(run.Out);
        Assert.StartsWith($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"`{spec}`", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--preference", "best")]
    [InlineData("--downloads", "sometimes")]
    [InlineData("--lock-timeout", "soon")]
    [InlineData("--source", "nowhere")]
    public async Task A_value_that_an_option_does_not_take_is_wrong_usage_and_the_message_names_the_option(string option, string value)
    {
        var run = (await _machine.RunAsync("list", option, value)).Ended(64);

        Assert.Empty(run.Out);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains($"`{value}`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_the_environment_that_makes_no_sense_is_refused_by_name()
    {
        _machine.Variables["GOTC_PREFERENCE"] = "best";

        var run = (await _machine.RunAsync("list")).Ended(64);

        Assert.Contains("GOTC_PREFERENCE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_wrong_usage_too_is_one_document_on_stdout()
    {
        var run = (await _machine.RunAsync("where", "--nonsense", "--json")).Ended(64);

        Assert.Empty(run.Error);
        var error = run.Json.GetProperty("error");
        Assert.Equal("GOTC1006", error.GetProperty("code").GetString());
        Assert.Equal(64, error.GetProperty("exitCode").GetInt32());
    }
}
