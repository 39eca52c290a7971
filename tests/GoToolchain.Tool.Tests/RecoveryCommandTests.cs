using System.Text.Json;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>verify</c>, <c>repair</c> and <c>recover</c> as people meet them.</summary>
public sealed partial class RecoveryCommandTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();

    public RecoveryCommandTests()
    {
        var model = SyntheticGoRoot.Create(_machine.Scratch["model"], "1.97.3").Root;
        _mirror.AddRelease("1.97.3", ReleaseArchive.For(ReleaseArchive.Entries(model)));
        _machine.Variables["GOTC_MIRROR"] = _mirror.Url;
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Fact]
    public async Task What_differs_is_listed_and_repaired_and_then_nothing_differs()
    {
        var root = await InstallAsync();
        File.Delete(Path.Combine(root, "src/fmt/print.go"));
        await File.WriteAllTextAsync(Path.Combine(root, "src/fmt/mine.go"), "package fmt\n", TestContext.Current.CancellationToken);

        var verify = (await _machine.RunAsync("verify", root)).Ended(1);
        var plan = (await _machine.RunAsync("repair", root, "--plan")).Ended(0);
        var repair = (await _machine.RunAsync("repair", root, "--offline", "--tree-only", "--json")).Ended(0);
        var after = (await _machine.RunAsync("verify", root, "--deep")).Ended(0);

        Assert.StartsWith($"differs: {root}\n", verify.Out, StringComparison.Ordinal);
        Assert.Contains("missing src/fmt/print.go", verify.Out, StringComparison.Ordinal);
        Assert.Contains("extra src/fmt/mine.go", verify.Out, StringComparison.Ordinal);
        Assert.StartsWith($"Would repair {root}: ", plan.Out, StringComparison.Ordinal);
        Assert.True(repair.Json.GetProperty("repaired").GetBoolean() || repair.Json.GetProperty("after").GetProperty("same").GetBoolean());
        Assert.StartsWith($"same: {root}\n", after.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_repaired_is_exit_code_3_and_what_is_gone_is_exit_code_2()
    {
        var sdk = _machine.AddSdk("1.96.1");
        (await _machine.RunAsync("verify", sdk.Root)).Ended(1);
        File.Delete(sdk["src/fmt/print.go"]);

        var nothing = (await _machine.RunAsync("repair", sdk.Root, "--offline", "--tree-only", "--json")).Ended(1);
        var gone = (await _machine.RunAsync("verify", Path.Combine(_machine.Home, "gone"), "--json")).Ended(2);

        Assert.Equal("GOTC6501", nothing.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("GOTC6101", gone.Json.GetProperty("error").GetProperty("code").GetString());
        var root = await InstallAsync();
        Directory.Delete(Path.Combine(_machine.Store, "downloads"), recursive: true);
        Directory.Delete(Path.Combine(_machine.Store, "receipts"), recursive: true);
        File.Delete(Path.Combine(root, "src/fmt/print.go"));
        var lost = (await _machine.RunAsync("repair", root, "--offline", "--tree-only")).Ended(3);
        Assert.Contains("nowhere to be had: src/fmt/print.go", lost.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_and_adopt_do_not_go_together() =>
        Assert.Contains("--log", (await _machine.RunAsync("verify", "--log", "--adopt")).Ended(64).Error, StringComparison.Ordinal);

    [Fact]
    public async Task The_documents_of_the_page_have_the_members_that_the_tool_writes()
    {
        var root = await InstallAsync();
        File.Delete(Path.Combine(root, "src/fmt/print.go"));
        var verify = (await _machine.RunAsync("verify", root, "--json")).Ended(1).Json;
        var repair = (await _machine.RunAsync("repair", root, "--json")).Json;
        Directory.Delete(root, recursive: true);
        _machine.Variables["GOROOT"] = root;
        var recover = (await _machine.RunAsync("recover", "--json", "--offline")).Json;

        var page = await File.ReadAllTextAsync(RepositoryRoot.File("docs", "recovery.md"), TestContext.Current.CancellationToken);
        var shapes = JsonInPage().Matches(page).Select(m => JsonShape.Of(JsonDocument.Parse(m.Groups[1].Value).RootElement)).ToArray();
        Assert.Equal(JsonShape.Of(verify), shapes[0]);
        // The synthetic tree cannot pass the doctor, which has codes to say; and nothing differs after it.
        Assert.Equal(WithoutCodes(shapes[1]), WithoutCodes(JsonShape.Of(repair)));
        Assert.Equal(WithoutCodes(shapes[2]), WithoutCodes(JsonShape.Of(recover)));
    }

    private static string WithoutCodes(string shape) =>
        shape.Replace("codes: […]", "codes: []", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);

    private async Task<string> InstallAsync() => (await _machine.RunAsync("install", "1.97.3")).Ended(0).Out.TrimEnd();

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex JsonInPage();
}
