using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>The marks by which managers tell what they have not finished, and what else lies in their directories.</summary>
public sealed class UnfinishedPlaceTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private IReadOnlyList<GoCandidate> Locate(Dictionary<string, string>? variables = null) =>
        new GoLocator(SandboxMachine.In(_scratch, variables, mayStartProcesses: false)).Locate();

    private SyntheticGoRoot CreateGo(string path) => SyntheticGoRoot.Create(_scratch[path]);

    private static string Module => $"v0.0.1-go1.24.4.{GoPlatform.Host.ToFileName()}";

    [Fact]
    public void A_version_of_the_tool_cache_counts_only_with_its_mark()
    {
        var go = CreateGo("cache/go/1.24.4/x64");
        var mirrored = CreateGo("cache/go-0123abcd/1.24.5/x64");
        CreateGo("cache/go-tools/1.0.0/x64");
        _scratch.CreateFile("cache/go-0123abcd/1.24.5/x64.complete");

        var found = Locate(new() { ["RUNNER_TOOL_CACHE"] = _scratch["cache"] });

        Assert.Equal([(go.Root, GoVerdict.Incomplete), (mirrored.Root, GoVerdict.Usable)], found.Select(c => (c.Root, c.Verdict)));
        Assert.Contains("x64.complete", found[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_toolchain_of_the_module_cache_is_not_complete_while_go_unpacks_it()
    {
        CreateGo($"home/go/pkg/mod/golang.org/toolchain@{Module}");
        _scratch.CreateDirectory("home/go/pkg/mod/golang.org/x");
        Assert.Equal(GoVerdict.Usable, Assert.Single(Locate()).Verdict);
        _scratch.CreateFile($"home/go/pkg/mod/cache/download/golang.org/toolchain/@v/{Module}.partial");

        var candidate = Assert.Single(Locate());

        Assert.Equal(GoVerdict.Incomplete, candidate.Verdict);
        Assert.Contains(".partial", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_GOPATH_the_first_directory_holds_the_module_cache()
    {
        var go = CreateGo($"first/pkg/mod/golang.org/toolchain@{Module}");
        CreateGo($"second/pkg/mod/golang.org/toolchain@{Module}");

        var candidate = Assert.Single(Locate(new() { ["GOPATH"] = $"{_scratch["first"]}{Path.PathSeparator}{_scratch["second"]}" }));

        Assert.Equal((go.Root, GoOrigin.ModuleCache), (candidate.Root, candidate.Origins[0]));
    }

    [Fact]
    public void A_version_that_g_has_locked_is_not_complete()
    {
        var go = CreateGo("home/.go/.versions/1.24.4");
        go.Write("g.lock", "");

        var candidate = Assert.Single(Locate());

        Assert.Equal((GoVerdict.Incomplete, GoOrigin.StefanmaricG), (candidate.Verdict, candidate.Origins[0]));
        Assert.Contains("g.lock", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_voidints_g_has_not_renamed_yet_is_not_complete()
    {
        CreateGo("home/.g/versions/go");

        Assert.Equal((GoVerdict.Incomplete, GoOrigin.VoidintG), (Assert.Single(Locate()).Verdict, Locate()[0].Origins[0]));
    }

    [Fact]
    public void Without_its_switch_G_HOME_says_nothing_to_g()
    {
        CreateGo("other/versions/1.24.4");

        Assert.Empty(Locate(new() { ["G_HOME"] = _scratch["other"] }));
    }

    [Fact]
    public void A_version_that_mise_has_not_finished_is_not_complete()
    {
        CreateGo("home/.local/share/mise/installs/go/1.24.4");
        _scratch.CreateFile("cache/mise/go/1.24.4/incomplete");

        var candidate = Assert.Single(Locate(new() { ["XDG_CACHE_HOME"] = _scratch["cache"] }));

        Assert.Equal((GoVerdict.Incomplete, GoOrigin.Mise), (candidate.Verdict, candidate.Origins[0]));
    }

    [Fact]
    public void Links_of_a_manager_to_its_own_versions_are_no_candidates_of_their_own_but_one_that_leads_nowhere_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var go = CreateGo("home/.local/share/mise/installs/go/1.24.4");
        _scratch.CreateLink("home/.local/share/mise/installs/go/1.24", "./1.24.4");
        _scratch.CreateLink("home/.local/share/mise/installs/go/latest", "./1.24.4");
        var stale = _scratch.CreateLink("home/.local/share/mise/installs/go/1.23", "./1.23.9");

        var found = Locate();

        Assert.Equal([(go.Root, GoVerdict.Usable), (stale, GoVerdict.DanglingLink)], found.Select(c => (c.Root, c.Verdict)));
        Assert.Equal([GoOrigin.Mise], found[0].Origins);
    }

    [Fact]
    public void What_an_IDE_downloaded_beside_those_of_golang_org_dl_is_judged_by_its_files()
    {
        var go = CreateGo("home/sdk/go1.24.4");
        var other = CreateGo("home/go/go1.24.5");

        var found = Locate();

        Assert.Equal([(other.Root, GoVerdict.Usable), (go.Root, GoVerdict.Usable)], found.Select(c => (c.Root, c.Verdict)));
        Assert.All(found, c => Assert.Equal([GoOrigin.Ide], c.Origins));
    }

    [Fact]
    public void Other_things_in_the_directories_of_managers_are_no_candidates()
    {
        _scratch.CreateDirectory("home/.gvm/gos/system");
        _scratch.CreateDirectory("home/.gimme/versions/go");
        _scratch.CreateDirectory("home/.mvnGoLang/.__cache__");
        _scratch.CreateDirectory("home/.cache/hermit/pkg/golangci-lint-1.55.0");
        _scratch.CreateDirectory("home/.pkgx/go.dev/x");
        _scratch.CreateFile("home/.proto/tools/go/manifest.json");
        _scratch.CreateFile("home/.goenv/versions/.gitkeep");
        _scratch.CreateDirectory("home/.asdf/installs/nodejs/20.0.0");
        _scratch.CreateDirectory("system/usr/local/gopher");
        _scratch.CreateDirectory("system/usr/local/Cellar/gotop/4.2.0");
        _scratch.CreateDirectory("system/nix/store/x-go-1.24.4/share/go");

        Assert.Empty(Locate());
    }

    [Fact]
    public void The_prefix_of_something_else_is_not_that_of_Termux()
    {
        CreateGo("prefix/lib/go");

        Assert.Empty(Locate(new() { ["PREFIX"] = _scratch["prefix"] }));
    }

    [Fact]
    public void Homebrew_names_the_stable_link_and_finds_what_is_not_linked()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix place.");
        var linked = CreateGo("system/opt/homebrew/Cellar/go/1.24.4/libexec");
        var old = CreateGo("system/opt/homebrew/Cellar/go/1.24.3/libexec");
        _scratch.CreateLink("system/opt/homebrew/opt/go", "../Cellar/go/1.24.4");

        var found = Locate();

        Assert.Equal([_scratch["system/opt/homebrew/opt/go/libexec"], old.Root], found.Select(c => c.Root));
        Assert.Equal(linked.Root, found[0].ResolvedRoot);
        Assert.Equal([GoOrigin.Homebrew], found[0].Origins);
    }

    [Fact]
    public void A_store_with_a_hundred_thousand_entries_is_not_listed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix place.");
        CreateGo("system/nix/store/00000000000000000000000000000000-go-1.24.4/share/go");
        _scratch.CreateLink("home/.nix-profile", "../system/nix/var/profile");
        _scratch.CreateLink("system/nix/var/profile/bin", "../../store/00000000000000000000000000000000-go-1.24.4/bin");
        _scratch.CreateLink("system/nix/store/00000000000000000000000000000000-go-1.24.4/bin/go", "../share/go/bin/go");
        CreateGo("system/nix/store/11111111111111111111111111111111-go-1.23.1/share/go");

        var candidate = Assert.Single(Locate());

        Assert.Equal(_scratch["system/nix/store/00000000000000000000000000000000-go-1.24.4/share/go"], candidate.Root);
        Assert.Equal([_scratch["home/.nix-profile/bin/go"]], candidate.FoundAs);
    }
}
