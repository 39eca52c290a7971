using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources.Proxy;

public sealed class ModuleProxySourceTests : ProxyTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_toolchain_is_installed_from_a_module_proxy_and_proved_by_the_log(bool throughTheProxy)
    {
        Mirror.ProxiesDatabase = throughTheProxy;
        var go = await Manager().InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
        Assert.Equal(Version, go.Version.ToString());
        var receipt = Receipt.Read(Scratch[$"store/receipts/{Path.GetFileName(go.Root)}.json"])!;
        Assert.Equal(GoTrust.LogProved, receipt.Trust);
        Assert.Equal("proxy", receipt.Source);
        Assert.StartsWith(Mirror.ModuleProxyUrl, receipt.From, StringComparison.Ordinal);
        Assert.Equal("fake.sum.test, record 300 of 304", receipt.VouchedBy);
    }

    [Fact]
    public async Task The_tree_is_that_of_the_archive_without_what_a_module_leaves_out()
    {
        var go = await Manager().InstallAsync(cancel: Cancel);

        var expected = ReleaseArchive
            .Entries(Tree)
            .Where(e => !e.Name.StartsWith("go/test/", StringComparison.Ordinal) && !e.Name.StartsWith("go/api/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(expected.Select(e => e.Name), ReleaseArchive.Entries(go.Root).Select(e => e.Name));
        foreach (var entry in expected)
        {
            var file = Path.Combine(go.Root, entry.Name["go/".Length..]);
            Assert.Equal(entry.Content.ToArray(), await File.ReadAllBytesAsync(file, Cancel));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal((UnixFileMode)entry.Mode, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task A_changed_file_in_the_module_is_refused_and_nothing_is_left()
    {
        await File.AppendAllTextAsync(Path.Combine(Tree, "src/fmt/print.go"), "// changed\n", Cancel);
        await using var forger = new FakeGoMirror();
        using var client = new HttpClient();
        var forged = forger.AddToolchain(Version, ReleaseArchive.Entries(Tree));
        Mirror.Serve(Zip, await client.GetByteArrayAsync(new Uri(forger.Url + forged[1..]), Cancel));

        var error = await FailAsync(GoErrorCodes.DigestMismatch);

        Assert.Contains("not the one that Go has published", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_bytes_do_not_send_the_user_to_the_next_source()
    {
        Mirror.Database.RewriteHistory();
        Mirror.Fail("/sumdb/tile/8/0/001.p/48", new MirrorFault { FlipByteAt = 3 });

        await FailAsync(GoErrorCodes.LogNotProved, Manager(sources: ["proxy", Mirror.Url]));

        Assert.Equal(0, Mirror.Count("/"));
    }

    [Theory]
    [InlineData("404")]
    [InlineData("500")]
    [InlineData("page")]
    [InlineData("cut")]
    [InlineData("endless")]
    public async Task A_proxy_that_fails_is_passed_over_after_a_bar(string what)
    {
        await using var bad = new FakeGoMirror();
        bad.Fail("/proxy/golang.org/toolchain/@v/list", Fault(what));

        var go = await Manager($"{bad.ModuleProxyUrl}|{Mirror.ModuleProxyUrl}").InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
        Assert.NotEmpty(bad.Requests);
    }

    [Theory]
    [InlineData("404", true)]
    [InlineData("410", true)]
    [InlineData("403", false)]
    [InlineData("page", false)]
    public async Task After_a_comma_only_a_proxy_that_has_no_such_file_is_passed_over(string what, bool isPassedOver)
    {
        await using var other = new FakeGoMirror();
        other.Fail("/proxy/golang.org/toolchain/@v/list", Fault(what));
        var manager = Manager($"{other.ModuleProxyUrl},{Mirror.ModuleProxyUrl}");

        if (isPassedOver)
        {
            Assert.Equal(GoTrust.LogProved, (await manager.InstallAsync(cancel: Cancel)).Trust);
        }
        else
        {
            var error = await FailAsync(GoErrorCodes.NoSource, manager);
            Assert.Equal("proxy", Assert.Single(error.Sources).Source);
            Assert.Empty(Mirror.Requests);
        }
    }

    [Theory]
    [InlineData(",off")]
    [InlineData(",direct")]
    public async Task A_proxy_without_the_database_leads_to_its_own_address_whatever_ends_the_list(string end)
    {
        // A key without an address; offline, so that nobody is asked at the address that would be.
        var manager = Manager(await CopyToDirectoryAsync() + end, Mirror.Database.VerifierKey, offline: true);

        var error = await FailAsync(GoErrorCodes.DownloadsForbidden, manager);

        Assert.Contains("[https://fake.sum.test]", Assert.Single(error.Sources).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_is_larger_than_any_module_may_be_is_not_received_to_its_end()
    {
        Mirror.Fail(Zip, new MirrorFault { AnnounceLength = 600L << 20 });

        var error = await FailAsync(GoErrorCodes.NoSource);

        Assert.Contains("more than the 524,288,000 bytes", Assert.Single(error.Sources).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("golang.org/toolchain@{0}/../../evil")]
    [InlineData("golang.org/toolchain@{0}/src/go.mod")]
    [InlineData("golang.org/toolchain@{0}/test/x.go")]
    [InlineData("golang.org/toolchain@{0}//etc/evil")]
    [InlineData("golang.org/toolchain@v0.0.1-go1.2.3/VERSION")]
    [InlineData("VERSION")]
    public async Task An_entry_that_no_toolchain_has_is_refused(string name)
    {
        var version = Path.GetFileName(Zip)[..^".zip".Length];
        var zip = ReleaseArchive.Zip([
            ArchiveEntry.File(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, version), "x"),
        ]);
        Mirror.Serve(Zip, zip);

        await FailAsync(GoErrorCodes.ArchiveRefused);

        Assert.Empty(Directory.GetFiles(Scratch.Root, "evil", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task A_zip_that_is_none_is_refused(int length)
    {
        Mirror.Serve(Zip, new byte[length]);

        var error = await FailAsync(GoErrorCodes.NoSource);

        Assert.Equal(GoErrorCodes.SourceMalformed, Assert.Single(error.Sources).Code);
    }

    [Fact]
    public async Task Without_the_checksum_database_nothing_is_installed_from_a_proxy()
    {
        var error = await FailAsync(GoErrorCodes.NoSource, Manager(database: "off"));

        Assert.Equal(GoErrorCodes.LogDisabled, Assert.Single(error.Sources).Code);
    }

    [Fact]
    public async Task A_proxy_that_is_off_says_so()
    {
        var error = await FailAsync(GoErrorCodes.DownloadsForbidden, Manager(proxies: "off"));

        Assert.Contains("GOPROXY=off", Assert.Single(error.Sources).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_is_a_proxy_and_the_log_proves_it_all_the_same()
    {
        var go = await Manager(proxies: await CopyToDirectoryAsync()).InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
        Assert.Equal(0, Mirror.Count(Zip) - 1);
    }

    [Fact]
    public async Task A_directory_whose_toolchain_was_proved_before_serves_offline_and_opens_no_socket()
    {
        var directory = await CopyToDirectoryAsync();
        await Manager(proxies: directory).InstallAsync(cancel: Cancel);
        var before = Mirror.Requests.Count;

        var go = await Manager(proxies: $"{Mirror.ModuleProxyUrl}|{directory}", offline: true).InstallAsync(force: true, cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
        Assert.True(go.InstalledNow);
        Assert.Equal(before, Mirror.Requests.Count);
    }

    [Fact]
    public async Task One_directory_with_the_database_off_is_taken_as_Go_takes_it_and_trusted_by_nobody()
    {
        var go = await Manager(proxies: await CopyToDirectoryAsync(), database: "off").InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.Unverified, go.Trust);
    }

    [Fact]
    public void A_proxy_that_is_not_the_one_of_Go_comes_before_the_other_sources()
    {
        Assert.Equal(["proxy", "go.dev", "apt"], Sources(Mirror.ModuleProxyUrl));
        Assert.Equal(["proxy", "go.dev", "apt"], Sources("https://proxy.golang.org|https://proxy.example.com"));
        Assert.Equal(["go.dev", "apt"], Sources("https://proxy.golang.org,direct"));
        Assert.Equal(["go.dev", "apt"], Sources("direct"));
        Assert.Equal(["go.dev", "apt"], Sources("off"));
        Assert.Equal(["go.dev", "apt"], Sources("nonsense"));
    }

    [Fact]
    public void A_proxy_in_the_go_env_file_of_the_user_counts_too()
    {
        Scratch.CreateFile("home/.config/go/env", "GOPROXY=https://proxy.example.com\n");

        Assert.Equal(["proxy", "go.dev", "apt"], Sources(null));
    }

    [Theory]
    [InlineData("GONOPROXY", "golang.org/toolchain", true)]
    [InlineData("GONOPROXY", "corp.example.com,golang.org/*", true)]
    [InlineData("GOPRIVATE", "golang.org", true)]
    [InlineData("GOPRIVATE", "*/toolcha[h-j]n/", true)]
    [InlineData("GONOPROXY", "golang.org/tool", false)]
    [InlineData("GONOPROXY", "golang.org/toolchain/x", false)]
    [InlineData("GONOPROXY", "[", false)]
    public void Where_Go_asks_no_proxy_for_toolchains_nor_do_we(string variable, string patterns, bool isPrivate)
    {
        Scratch.CreateFile("home/.config/go/env", $"GOPROXY=https://proxy.example.com\n{variable}={patterns}\n");

        Assert.Equal(isPrivate ? ["go.dev", "apt"] : ["proxy", "go.dev", "apt"], Sources(null));
    }

    [Theory]
    [InlineData(",|")]
    [InlineData("nonsense")]
    [InlineData("ftp://proxy.example.com")]
    public async Task A_GOPROXY_that_makes_no_sense_is_named(string proxies)
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager(proxies: proxies).InstallAsync(cancel: Cancel));

        Assert.Equal(GoErrorCodes.InvalidSetting, error.Code);
        Assert.Equal("GOPROXY", error.Place);
    }

    private IReadOnlyList<string> Sources(string? proxies)
    {
        var variables = new Dictionary<string, string> { ["HOME"] = Scratch.CreateDirectory("home") };
        if (proxies is not null)
        {
            variables["GOPROXY"] = proxies;
        }

        var options = new GoToolchainOptions { Host = GoToolchain.Fixtures.SandboxMachine.In(Scratch, variables) };
        return new GoToolchainManager(options).Settings.Sources;
    }

    private static MirrorFault Fault(string what) =>
        what switch
        {
            "page" => new MirrorFault { Page = true },
            "cut" => new MirrorFault { CutAfter = 0 },
            "endless" => new MirrorFault
            {
                Status = 200,
                Endless = true,
                GrowBy = 1,
            },
            _ => new MirrorFault { Status = int.Parse(what, System.Globalization.CultureInfo.InvariantCulture) },
        };
}
