using System.Security.Cryptography;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed partial class InstallTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();
    private readonly byte[] _archive;
    private readonly string _root;

    public InstallTests()
    {
        _archive = ReleaseArchive.For(ReleaseArchive.Entries(SyntheticGoRoot.Create(_machine.Scratch["model"], "1.97.3").Root));
        _root = Path.Combine(_machine.Store, "toolchains", $"go1.97.3.{GoPlatform.Host.ToFileName()}");
        _machine.Variables["GOTC_MIRROR"] = _mirror.Url;
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Fact]
    public async Task The_answer_is_the_root_alone_and_the_steps_go_to_stderr()
    {
        _mirror.AddRelease("1.97.3", _archive);

        var run = (await _machine.RunAsync("install", "1.97")).Ended(0);

        Assert.Equal(_root + "\n", run.Out);
        Assert.Contains("Downloading go1.97.3", run.Error, StringComparison.Ordinal);
        Assert.Contains("Installed go1.97.3", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Error);
        Assert.DoesNotContain('\r', run.Error);
        Assert.Equal(_root + "\n", (await _machine.RunAsync("where")).Ended(0).Out);
    }

    [Fact]
    public async Task On_a_terminal_there_is_a_bar_and_what_remains_is_one_line_and_the_answer()
    {
        // Random, so that it does not shrink: some twenty pauses.
        var large = ArchiveEntry.File("go/src/fmt/table.go", Convert.ToHexString(RandomNumberGenerator.GetBytes(80_000)));
        var archive = ReleaseArchive.For([.. ReleaseArchive.Entries(_machine.Scratch["model"]), large]);
        _mirror.Fail(_mirror.AddRelease("1.97.3", archive), new MirrorFault { Drip = TimeSpan.FromMilliseconds(100), Times = 1 });

        using var process = _machine.StartOnTerminal("install", "1.97.3");
        var screen = (await ToolMachine.EndAsync(process)).Ended(0).Out;

        var text = Escapes().Replace(screen, "");
        Assert.NotEqual(screen, text);
        Assert.Matches("Downloading +━+ [0-9.]+ of [0-9.]+ MB", text);
        Assert.Matches(@"Installed go1\.97\.3[^\n]*\r\n" + Regex.Escape(_root) + "\r\n$", text);
        // The cursor that was hidden is there again.
        Assert.True(screen.LastIndexOf("\e[?25h", StringComparison.Ordinal) > screen.LastIndexOf("\e[?25l", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Neither_NO_COLOR_nor_a_dumb_terminal_gets_an_escape_sequence(string variable, string value)
    {
        _mirror.AddRelease("1.97.3", _archive);

        using var process = _machine.StartOnTerminal(["install", "1.97.3"], (variable, value));
        var screen = (await ToolMachine.EndAsync(process)).Ended(0).Out;

        Assert.DoesNotContain('\e', screen);
        Assert.Contains("Installed go1.97.3", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_installed_is_not_fetched_again_unless_forced()
    {
        _mirror.AddRelease("1.97.3", _archive);
        (await _machine.RunAsync("install", "1.97.3")).Ended(0);

        var before = _mirror.Requests.Count;
        var again = (await _machine.RunAsync("install", "1.97.3")).Ended(0);
        var between = _mirror.Requests.Count;
        var forced = (await _machine.RunAsync("install", "1.97.3", "--force", "--json")).Ended(0);

        Assert.Equal(_root + "\n", again.Out);
        Assert.Contains("Go 1.97.3 is installed already.", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, between);
        Assert.True(forced.Json.GetProperty("installedNow").GetBoolean());
    }

    [Fact]
    public async Task A_file_is_installed_without_any_source()
    {
        var file = Path.Combine(_machine.Project, $"go1.97.3.{GoPlatform.Host.ToFileName()}.{GoPlatform.Host.ArchiveExtension}");
        await File.WriteAllBytesAsync(file, _archive, TestContext.Current.CancellationToken);

        var run = (await _machine.RunAsync("install", "--from", Path.GetFileName(file), "--offline")).Ended(0);

        Assert.Equal(_root + "\n", run.Out);
        Assert.Empty(_mirror.Requests);
    }

    [Fact]
    public async Task A_flipped_byte_is_exit_code_5_and_nothing_appears()
    {
        _mirror.Fail(_mirror.AddRelease("1.97.3", _archive), new MirrorFault { FlipByteAt = _archive.Length / 2 });

        var run = (await _machine.RunAsync("install", "1.97.3")).Ended(5);

        Assert.Empty(run.Out);
        Assert.Contains("error GOTC200", run.Error, StringComparison.Ordinal);
        Assert.Contains("next: ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_followed_only_when_that_is_allowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only OpenSSL takes its authorities from SSL_CERT_FILE.");
        var path = _mirror.AddRelease("1.97.3", _archive);
        await using var secure = new FakeGoMirror(useTls: true);
        secure.AddRelease("1.97.3", _archive);
        secure.Fail(path, new MirrorFault { RedirectTo = _mirror.Url + path[1..] });
        _machine.Variables["GOTC_MIRROR"] = secure.Url;

        var stranger = (await _machine.RunAsync("install", "1.97")).Ended(4);
        _machine.Variables["SSL_CERT_FILE"] = _machine.Scratch.CreateFile("authority.pem", secure.CertificateAuthority!);
        var refused = (await _machine.RunAsync("install", "1.97")).Ended(4);
        var allowed = (await _machine.RunAsync("install", "1.97", "--mirror-rules", "http-redirect")).Ended(0);

        Assert.Contains("no secure connection", stranger.Error, StringComparison.Ordinal);
        Assert.Contains("--mirror-rules http-redirect", refused.Error, StringComparison.Ordinal);
        Assert.Equal(_root + "\n", allowed.Out);
    }

    [Fact]
    public async Task A_failing_server_is_exit_code_4_and_the_error_names_it()
    {
        _mirror.AddRelease("1.97.3", _archive);
        _mirror.Fail(FakeGoMirror.IndexPath, new MirrorFault { Status = 404 });
        _mirror.Fail("/index.json", new MirrorFault { Status = 404 });

        var run = (await _machine.RunAsync("install", "1.97.3", "--json")).Ended(4);

        Assert.Empty(run.Out.Replace(run.Json.GetRawText(), "", StringComparison.Ordinal).Trim());
        var source = Assert.Single(run.Json.GetProperty("error").GetProperty("sources").EnumerateArray());
        Assert.Contains("404", source.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_with_an_empty_store_is_exit_code_4_and_asks_nobody()
    {
        _mirror.AddRelease("1.97.3", _archive);

        var run = (await _machine.RunAsync("install", "--offline")).Ended(4);

        Assert.Contains("offline", run.Error, StringComparison.Ordinal);
        Assert.Empty(_mirror.Requests);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_exit_code_7()
    {
        _mirror.AddRelease("1.97.3", _archive);
        var inTheWay = _machine.Scratch.CreateFile("file");

        var run = (await _machine.RunAsync("install", "1.97.3", "--store", inTheWay)).Ended(7);

        Assert.StartsWith("error GOTC2008: ", run.Error[run.Error.IndexOf("error", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains(inTheWay, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releases_shows_the_newest_of_each_line_and_what_is_installed()
    {
        _mirror.AddRelease("1.96.1", _archive);
        _mirror.AddRelease("1.96.2", _archive);
        _mirror.AddRelease("1.97.3", _archive);
        (await _machine.RunAsync("install", "1.97.3")).Ended(0);

        var few = (await _machine.RunAsync("releases")).Ended(0);
        var all = (await _machine.RunAsync("releases", "--all", "--json")).Ended(0).Json;
        var line = (await _machine.RunAsync("releases", "1.96", "--json")).Ended(0).Json;

        Assert.Matches(@"(?s)^VERSION +PLATFORM +SIZE +INSTALLED +SOURCE\n1\.97\.3 .* yes .*\n1\.96\.2 .* - .*\n$", few.Out);
        Assert.Contains("1 older ones are not shown", few.Error, StringComparison.Ordinal);
        Assert.Equal(["1.97.3", "1.96.2", "1.96.1"], Versions(all));
        Assert.Equal(["1.96.2", "1.96.1"], Versions(line));
        Assert.Equal(_archive.Length, all.GetProperty("releases")[0].GetProperty("size").GetInt64());
        Assert.Equal(64, all.GetProperty("releases")[0].GetProperty("sha256").GetString()!.Length);

        static IEnumerable<string?> Versions(System.Text.Json.JsonElement answer) =>
            answer.GetProperty("releases").EnumerateArray().Select(r => r.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Where_says_who_could_serve_what_is_missing()
    {
        _mirror.AddRelease("1.97.3", _archive);

        var run = (await _machine.RunAsync("where", ">=1.97 <1.99")).Ended(2);

        Assert.Contains("gotoolchain install '>=1.97 <1.99'", run.Error, StringComparison.Ordinal);
        Assert.Contains("offers 1.97.3", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public async Task Exec_installs_what_is_missing_and_keeps_stdout_for_the_command()
    {
        _mirror.AddRelease("1.97.3", _archive);

        var run = (await _machine.RunAsync("exec", "1.97", "--", "/bin/sh", "-c", "echo \"${PATH%%:*}\"")).Ended(0);

        Assert.Equal(Path.Combine(_root, "bin") + "\n", run.Out);
        Assert.Contains("Installed go1.97.3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exec_installs_nothing_when_downloads_are_to_be_asked_for()
    {
        _mirror.AddRelease("1.97.3", _archive);

        var run = (await _machine.RunAsync("exec", "1.97", "--downloads", "manual", "--", "/bin/sh", "-c", "echo ran")).Ended(4);

        Assert.Empty(run.Out);
        Assert.Contains("gotoolchain install 1.97", run.Error, StringComparison.Ordinal);
        Assert.Empty(_mirror.Requests);
    }

    [Fact]
    public async Task Uninstall_prints_what_it_removed_and_then_there_is_nothing_to_remove()
    {
        _mirror.AddRelease("1.97.3", _archive);
        (await _machine.RunAsync("install", "1.97.3")).Ended(0);
        var foreign = _machine.AddSdk("1.97.3");

        var run = (await _machine.RunAsync("uninstall", "1.97")).Ended(0);
        var again = (await _machine.RunAsync("uninstall", "1.97", "--json")).Ended(2);

        Assert.Equal(_root + "\n", run.Out);
        Assert.False(Directory.Exists(_root));
        Assert.True(Directory.Exists(foreign.Root));
        Assert.Equal("GOTC1004", again.Json.GetProperty("error").GetProperty("code").GetString());
    }

    // Control sequences of a terminal: CSI with parameters, and the two of the keypad.
    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex Escapes();
}
