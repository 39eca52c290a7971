using GoToolchain.Fixtures;
using GoToolchain.Locating;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Locating;

public sealed class GoLocatorTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private IReadOnlyList<GoCandidate> Locate(Dictionary<string, string>? variables = null, string? store = null, string? root = null) =>
        new GoLocator(SandboxMachine.In(_scratch, variables, mayStartProcesses: false), store, root).Locate();

    private SyntheticGoRoot CreateGo(string path, string version = "1.24.4") => SyntheticGoRoot.Create(_scratch[path], version);

    [Fact]
    public void A_machine_without_any_Go_has_no_candidates()
    {
        _scratch.CreateDirectory("home/go/pkg/mod");
        _scratch.CreateDirectory("home/go/bin");
        _scratch.CreateDirectory("home/sdk/flutter");
        _scratch.CreateDirectory("system/usr/lib/gold-ld");

        Assert.Empty(Locate(new() { ["PATH"] = _scratch["home/go/bin"] }, store: _scratch["store"]));
    }

    [Theory]
    [InlineData("system/usr/local/go", GoOrigin.OfficialInstaller)]
    [InlineData("system/usr/lib/go-1.19", GoOrigin.Distribution)]
    [InlineData("system/usr/lib/go", GoOrigin.Distribution)]
    [InlineData("system/usr/lib/golang", GoOrigin.Distribution)]
    [InlineData("home/go-sdk", GoOrigin.HomeDirectory)]
    [InlineData("home/.local/go", GoOrigin.HomeDirectory)]
    [InlineData("home/go", GoOrigin.HomeDirectory)]
    [InlineData("home/sdk/gotip", GoOrigin.GoDl)]
    public void A_Go_in_a_usual_place_is_found(string place, GoOrigin origin)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && place.StartsWith("system", StringComparison.Ordinal), "A Unix place.");
        var go = CreateGo(place);

        var candidate = Assert.Single(Locate());

        Assert.Equal((GoVerdict.Usable, go.Root), (candidate.Verdict, candidate.Root));
        Assert.Equal([origin], candidate.Origins);
        Assert.Equal([go.Root], candidate.FoundAs);
        Assert.False(candidate.IsManaged);
        Assert.Equal(GoVersion.Parse("1.24.4"), candidate.Version);
    }

    [Fact]
    public void A_download_of_golang_org_dl_counts_only_with_its_mark()
    {
        var go = CreateGo("home/sdk/go1.24.4");
        go.Write("go1.24.4.linux-amd64.tar.gz", "");

        var unfinished = Assert.Single(Locate());
        go.Write(".unpacked-success", "");
        var finished = Assert.Single(Locate());

        Assert.Equal(GoVerdict.Incomplete, unfinished.Verdict);
        Assert.Contains(".unpacked-success", unfinished.Reason, StringComparison.Ordinal);
        Assert.Equal((GoVerdict.Usable, GoOrigin.GoDl), (finished.Verdict, finished.Origins[0]));
    }

    [Fact]
    public void A_link_in_a_usual_place_that_leads_nowhere_is_a_candidate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix place.");
        var link = _scratch.CreateLink("system/usr/local/go", _scratch["gone"]);

        var candidate = Assert.Single(Locate());

        Assert.Equal((GoVerdict.DanglingLink, link), (candidate.Verdict, candidate.Root));
        Assert.Equal(link, candidate.ResolvedRoot);
    }

    [Fact]
    public void A_tree_that_was_removed_behind_a_link_is_reported_for_the_link_and_for_GOROOT()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix place.");
        var tree = CreateGo("srv/go1.24.4");
        var link = _scratch.CreateLink("system/usr/local/go", tree.Root);
        Directory.Delete(tree.Root, recursive: true);

        var found = Locate(new() { ["GOROOT"] = link, ["PATH"] = $"{link}/bin" });

        var candidate = Assert.Single(found);
        Assert.Equal(GoVerdict.DanglingLink, candidate.Verdict);
        Assert.Equal([GoOrigin.GoRootVariable, GoOrigin.OfficialInstaller], candidate.Origins);
        Assert.Contains(tree.Root, candidate.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go1.24", "absolute")]
    [InlineData("~/go", "~")]
    public void A_GOROOT_that_is_not_absolute_is_a_candidate_with_that_reason(string value, string word)
    {
        var candidate = Assert.Single(Locate(new() { ["GOROOT"] = value }));

        Assert.Equal((GoVerdict.Missing, value), (candidate.Verdict, candidate.Root));
        Assert.Contains(word, candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_caller_names_and_GOROOT_are_candidates_whatever_is_there()
    {
        var found = Locate(new() { ["GOROOT"] = _scratch["b/"] }, root: _scratch["a"]);

        Assert.Equal(
            [(GoOrigin.Explicit, _scratch["a"]), (GoOrigin.GoRootVariable, _scratch["b"])],
            found.Select(c => (c.Origins[0], c.Root))
        );
        Assert.All(found, c => Assert.Equal(GoVerdict.Missing, c.Verdict));
    }

    [Fact]
    public void One_tree_found_in_many_ways_is_one_candidate_with_all_its_origins()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix place.");
        var tree = CreateGo("system/usr/lib/go-1.24");
        var link = _scratch.CreateLink("system/usr/local/go", "../lib/go-1.24");
        var home = _scratch.CreateLink("home/.local/go", link);
        var command = _scratch.CreateLink("system/usr/bin/go", "../lib/go-1.24/bin/go");

        var found = Locate(new() { ["GOROOT"] = home, ["PATH"] = $"{_scratch["system/usr/bin"]}:{link}/bin" });

        var candidate = Assert.Single(found);
        Assert.Equal(home, candidate.Root);
        Assert.Equal(tree.Root, candidate.ResolvedRoot);
        Assert.Equal(
            [GoOrigin.GoRootVariable, GoOrigin.SearchPath, GoOrigin.OfficialInstaller, GoOrigin.Distribution, GoOrigin.HomeDirectory],
            candidate.Origins
        );
        Assert.Equal([home, command, link, tree.Root, home], candidate.FoundAs);
    }

    [Fact]
    public void Candidates_come_in_the_order_of_their_origins()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix places.");
        string[] places =
        [
            "named",
            "variable",
            "store/toolchains/go1.24.4",
            "onpath",
            "system/usr/local/go",
            "system/usr/lib/go-1.19",
            "system/usr/lib/go-1.21",
            "home/sdk/gotip",
            "home/go-sdk",
            "home/.local/go",
            "home/go",
        ];
        foreach (var place in places)
        {
            CreateGo(place);
        }

        var found = Locate(
            new() { ["GOROOT"] = _scratch["variable"], ["PATH"] = _scratch["onpath/bin"] },
            _scratch["store"],
            _scratch["named"]
        );

        Assert.Equal(places.Select(p => _scratch[p]), found.Select(c => c.Root));
        Assert.All(found, c => Assert.Equal(GoVerdict.Usable, c.Verdict));
    }

    [Fact]
    public void A_toolchain_of_the_store_is_trusted_as_far_as_its_receipt_says()
    {
        var layout = new StoreLayout(_scratch["store"]);
        foreach (var name in (string[])["go1.23.8.linux-amd64", "go1.24.4.linux-amd64", "go1.24.5.linux-amd64"])
        {
            CreateGo($"store/toolchains/{name}");
        }

        WriteReceipt(layout, "go1.23.8.linux-amd64", "go1.23.8.linux-amd64", GoTrust.Signed);
        WriteReceipt(layout, "go1.24.4.linux-amd64", "go1.0.linux-amd64", GoTrust.LogProved);

        var found = Locate(store: layout.Directory);

        Assert.All(found, c => Assert.True(c.IsManaged));
        Assert.Equal([GoTrust.Signed, GoTrust.Unverified, GoTrust.Unverified], found.Select(c => c.Trust));
    }

    [Fact]
    public void A_store_toolchain_found_through_GOROOT_first_keeps_its_trust()
    {
        var layout = new StoreLayout(_scratch["store"]);
        CreateGo("store/toolchains/go1.24.4.linux-amd64");
        WriteReceipt(layout, "go1.24.4.linux-amd64", "go1.24.4.linux-amd64", GoTrust.FeedChecksum);
        var link = _scratch.CreateLink("mygo", layout.Toolchain("go1.24.4.linux-amd64"));

        var candidate = Assert.Single(Locate(new() { ["GOROOT"] = link }, layout.Directory));

        Assert.Equal((link, true, GoTrust.FeedChecksum), (candidate.Root, candidate.IsManaged, candidate.Trust));
    }

    [Theory]
    [InlineData("home/sdk")]
    [InlineData("store/toolchains")]
    [InlineData("system/usr/lib")]
    [InlineData("home/.local")]
    public void A_directory_that_may_not_be_read_becomes_a_verdict(string directory)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permissions of this kind.");
        CreateGo("home/sdk/go1.24.4");
        CreateGo("store/toolchains/go1.24.4");
        CreateGo("system/usr/lib/go-1.19");
        CreateGo("home/.local/go");
        SetMode(_scratch.Root, (UnixFileMode)0b111_101_101);
        var locator = new GoLocator(SandboxMachine.In(_scratch, mayStartProcesses: false), _scratch["store"]);
        SetMode(_scratch[directory], UnixFileMode.None);

        var found = OrdinaryUser.Look(locator.Locate);

        var hidden = Assert.Single(found, c => c.Root.StartsWith(_scratch[directory], StringComparison.Ordinal));
        Assert.Equal(GoVerdict.Unreadable, hidden.Verdict);
        Assert.Contains(_scratch[directory], hidden.Reason, StringComparison.Ordinal);
        Assert.Equal(4, found.Count);
    }

    private static void WriteReceipt(StoreLayout layout, string file, string toolchain, GoTrust trust)
    {
        var receipt = new Receipt
        {
            Toolchain = toolchain,
            Version = "1.24.4",
            Platform = "linux/amd64",
            Source = "test",
            From = "test",
            VouchedBy = "test",
            Trust = trust,
            InstalledAt = DateTimeOffset.UnixEpoch,
            Files = 1,
            Bytes = 1,
        };
        Directory.CreateDirectory(layout.Receipts);
        File.WriteAllBytes(layout.Receipt(file), receipt.ToJson());
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
