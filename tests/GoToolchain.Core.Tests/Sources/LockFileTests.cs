using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources;

public sealed class LockFileTests : IAsyncDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly FakeGoMirror _mirror = new();
    private readonly string _project;

    public LockFileTests() => _project = _scratch.CreateDirectory("project");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string LockFile => Path.Combine(_project, "gotoolchain.lock.json");

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Locking_twice_gives_the_same_bytes_and_one_fact_to_a_line()
    {
        Declare("1.97");
        AddRelease("1.97.2");
        AddRelease("1.97.3");
        AddRelease("1.97.3", new GoPlatform("windows", "amd64"));
        GoPlatform[] platforms = [new("windows", "amd64"), GoPlatform.Host];

        var locked = await Manager().LockAsync(platforms: platforms, cancel: Cancel);

        Assert.Equal(LockFile, locked.File);
        var first = await File.ReadAllTextAsync(LockFile, Cancel);
        Assert.Equal(["go1.97.3", "go1.97.3"], locked.Toolchains.Select(t => t.Version.ToolchainName));
        Assert.Equal(
            locked.Toolchains.Count,
            first.Split('\n').Count(l => l.TrimStart().StartsWith("\"sha256\": \"", StringComparison.Ordinal))
        );
        File.SetLastWriteTimeUtc(LockFile, DateTime.UnixEpoch);
        // The platforms are those that the file has.
        await Manager().LockAsync(cancel: Cancel);
        Assert.Equal(first, await File.ReadAllTextAsync(LockFile, Cancel));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(LockFile));
    }

    [Fact]
    public async Task What_is_locked_is_installed_although_there_is_something_newer_and_its_trust_is_pinned()
    {
        Declare("1.97");
        AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        AddRelease("1.97.4");

        var go = await Manager().EnsureAsync(cancel: Cancel);

        Assert.Equal("1.97.3", go.Version.ToString());
        Assert.Equal(GoTrust.Pinned, go.Trust);
        Assert.Equal(LockFile, Receipt.Read(new StoreLayout(_scratch["store"]).Receipt(Path.GetFileName(go.Root)))!.VouchedBy);
        Assert.Equal(go.Root, Manager().Find()!.Root);
    }

    [Fact]
    public async Task With_a_lock_file_a_plain_directory_of_files_serves_without_any_index()
    {
        Declare("1.97");
        var path = AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        _mirror.Fail("/", new MirrorFault { Status = 404 });
        _mirror.Fail("/index.json", new MirrorFault { Status = 404 });
        var before = _mirror.Requests.Count;

        var go = await Manager().EnsureAsync(cancel: Cancel);

        Assert.True(go.InstalledNow);
        Assert.Equal([path], _mirror.Requests.Skip(before).Select(r => r.Path));
    }

    [Fact]
    public async Task The_archive_of_an_earlier_download_serves_what_is_locked_without_the_network()
    {
        Declare("1.97");
        AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        await Manager().EnsureAsync(cancel: Cancel);
        await Manager().UninstallAsync("1.97", Cancel);
        var before = _mirror.Requests.Count;

        var go = await Manager(o => o with { Offline = true }).EnsureAsync(cancel: Cancel);

        Assert.True(go.InstalledNow);
        Assert.Equal(GoTrust.Pinned, go.Trust);
        Assert.Equal(before, _mirror.Requests.Count);
    }

    [Fact]
    public async Task A_replaced_archive_is_refused_and_the_error_says_what_to_do()
    {
        Declare("1.97");
        AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        // The index says the same as the file, but not the same as the lock file.
        await using var other = new FakeGoMirror();
        other.AddRelease("1.97.3", Archive("1.97.3", extra: "go/src/evil.go"));

        var error = await FailAsync(GoErrorCodes.LockMismatch, Manager(o => o with { Mirrors = [other.Url] }));

        Assert.Contains(LockFile, error.Message, StringComparison.Ordinal);
        Assert.Contains("gotoolchain lock", error.NextStep, StringComparison.Ordinal);
        Assert.False(Directory.Exists(new StoreLayout(_scratch["store"]).Toolchains));
    }

    [Fact]
    public async Task A_tree_of_the_same_version_from_another_archive_is_not_used_but_replaced()
    {
        await using var other = new FakeGoMirror();
        other.AddRelease("1.97.3", Archive("1.97.3", extra: "go/src/other.go"));
        var before = await Manager(o => o with { Mirrors = [other.Url] }).InstallAsync("1.97", cancel: Cancel);
        Declare("1.97");
        AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);

        Assert.Null(Manager().Find());
        Assert.Contains(Manager().Survey().Candidates, c => c.Reason.Contains("lock file", StringComparison.Ordinal));
        var go = await Manager().InstallAsync(cancel: Cancel);

        Assert.True(go.InstalledNow);
        Assert.Equal(before.Root, go.Root);
        Assert.False(File.Exists(Path.Combine(go.Root, "src", "other.go")));
    }

    [Fact]
    public async Task A_Go_of_the_system_is_not_what_is_locked()
    {
        Declare("1.97");
        AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        var sdk = SyntheticGoRoot.Create(_scratch["home/sdk/go1.97.3"], "1.97.3");
        sdk.Write(".unpacked-success", "");

        Assert.Null(Manager().Find());
        // But a GOROOT that somebody names is what they want.
        Assert.Equal(sdk.Root, Manager(o => o with { Root = sdk.Root }).Find()!.Root);
        Assert.Equal(sdk.Root, Manager().Find("path:" + sdk.Root)!.Root);
    }

    [Theory]
    [InlineData("1.98", null, "gotoolchain lock`")]
    [InlineData("1.97", "1.96", "gotoolchain lock 1.97.3 1.96`")]
    [InlineData("1.97", ">=1.98", "gotoolchain lock 1.97.3 '>=1.98'`")]
    [InlineData("1.97", "system", "gotoolchain lock`")]
    public async Task Drift_is_an_error_that_names_the_command(string declared, string? asked, string command)
    {
        AddRelease("1.97.3");
        AddRelease("1.98.0");
        Declare("1.97");
        await Manager().LockAsync(cancel: Cancel);
        Declare(declared);

        var errors = new[]
        {
            await FailAsync(GoErrorCodes.LockDrift, Manager(), asked),
            await Assert.ThrowsAsync<GoToolchainException>(() =>
                Manager().InstallAsync(asked == "system" ? "1.96" : asked, cancel: Cancel)
            ),
            Assert.Throws<GoToolchainException>(() => Manager().Find(asked)),
        };

        Assert.All(errors, e => Assert.Equal(GoErrorCodes.LockDrift, e.Code));
        Assert.Contains(command, errors[0].NextStep, StringComparison.Ordinal);
        Assert.Contains("pins Go 1.97.3", errors[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_not_locked_is_drift_too()
    {
        Declare("1.97");
        var other = new GoPlatform("plan9", "386");
        AddRelease("1.97.3", other);
        await Manager().LockAsync(platforms: [other], cancel: Cancel);

        var error = await FailAsync(GoErrorCodes.LockDrift, Manager());

        Assert.Contains($"gotoolchain lock --platform {other} --platform {GoPlatform.Host}`", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_not_every_platform_has_is_passed_over()
    {
        Declare("1.97");
        var other = new GoPlatform("plan9", "386");
        AddRelease("1.97.3");
        AddRelease("1.97.3", other);
        AddRelease("1.97.4");

        var locked = await Manager().LockAsync(platforms: [GoPlatform.Host, other], cancel: Cancel);

        Assert.All(locked.Toolchains, t => Assert.Equal("1.97.3", t.Version.ToString()));
    }

    [Fact]
    public async Task Several_versions_can_be_locked_and_each_is_found_by_its_spec()
    {
        Declare("1.97");
        AddRelease("1.97.3");
        AddRelease("1.96.5");
        await Manager().LockAsync(["1.96", "1.97"], cancel: Cancel);

        Assert.Equal("1.96.5", (await Manager().EnsureAsync("1.96", Cancel)).Version.ToString());
        Assert.Equal("1.97.3", (await Manager().EnsureAsync(cancel: Cancel)).Version.ToString());
    }

    [Fact]
    public async Task A_file_to_install_from_has_to_be_the_locked_one()
    {
        Declare("1.97");
        var path = AddRelease("1.97.3");
        await Manager().LockAsync(cancel: Cancel);
        var file = _scratch[path[1..]];
        await File.WriteAllBytesAsync(file, Archive("1.97.3", extra: "go/src/evil.go"), Cancel);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().InstallAsync(fromFile: file, cancel: Cancel));

        Assert.Equal(GoErrorCodes.LockMismatch, error.Code);
        await File.WriteAllBytesAsync(file, Archive("1.97.3"), Cancel);
        Assert.Equal(GoTrust.Pinned, (await Manager().InstallAsync(fromFile: file, cancel: Cancel)).Trust);
    }

    [Fact]
    public void A_lock_file_of_the_solution_around_counts_unless_a_project_has_settings_of_its_own()
    {
        File.WriteAllText(LockFile, """{ "schemaVersion": 1, "toolchains": [] }""");
        var inner = _scratch.CreateDirectory("project/inner");

        Assert.Equal(LockFile, Manager(o => o with { ProjectDirectory = inner }).LockFile?.File);
        File.WriteAllText(Path.Combine(inner, "gotoolchain.json"), "{}");
        Assert.Null(Manager(o => o with { ProjectDirectory = inner }).LockFile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD\n{}\n")]
    [InlineData("{}")]
    [InlineData("""{ "schemaVersion": 2, "toolchains": [] }""")]
    [InlineData("""{ "schemaVersion": 1, "toolchains": [ null ] }""")]
    [InlineData("""{ "schemaVersion": 1, "toolchains": [], "more": 1 }""")]
    [InlineData(
        """{ "schemaVersion": 1, "toolchains": [ { "version": "1.97.3", "platform": "linux/amd64", "file": "../evil", "size": 1, "sha256": "00" } ] }"""
    )]
    [InlineData(
        """{ "schemaVersion": 1, "toolchains": [ { "version": "1.97.3", "platform": "linux/amd64", "file": "go1.97.3.linux-amd64.tar.gz", "size": 1, "sha256": "00" } ] }"""
    )]
    public void A_lock_file_that_is_none_is_an_error_with_its_place(string text)
    {
        File.WriteAllText(LockFile, text);

        var error = Assert.Throws<GoToolchainException>(() => Manager());

        Assert.Equal(GoErrorCodes.InvalidProjectFile, error.Code);
        Assert.Contains(LockFile, error.Message, StringComparison.Ordinal);
    }

    private void Declare(string version) =>
        File.WriteAllText(Path.Combine(_project, "gotoolchain.json"), $$"""{ "version": "{{version}}" }""");

    private byte[] Archive(string version, string? extra = null)
    {
        var model = SyntheticGoRoot.Create(_scratch[$"model-{version}"], version);
        return ReleaseArchive.For([
            .. ReleaseArchive.Entries(model.Root),
            .. extra is null ? [] : new[] { ArchiveEntry.File(extra, "package evil\n") },
        ]);
    }

    private string AddRelease(string version, GoPlatform? platform = null) => _mirror.AddRelease(version, Archive(version), platform);

    private GoToolchainManager Manager(Func<GoToolchainOptions, GoToolchainOptions>? change = null)
    {
        var options = new GoToolchainOptions
        {
            Host = SandboxMachine.In(_scratch),
            Store = _scratch["store"],
            Mirrors = [_mirror.Url],
            ProjectDirectory = _project,
        };
        return new GoToolchainManager(change?.Invoke(options) ?? options);
    }

    private static async Task<GoToolchainException> FailAsync(GoErrorCode code, GoToolchainManager manager, string? spec = null)
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => manager.EnsureAsync(spec, Cancel));
        Assert.True(code == error.Code, $"{error.Code}: {error.Message}");
        return error;
    }
}
