using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>What a <c>go</c> on PATH turns out to be.</summary>
public sealed class SearchPathTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private IReadOnlyList<GoCandidate> Locate(params string[] path)
    {
        var variables = new Dictionary<string, string> { ["PATH"] = string.Join(Path.PathSeparator, path.Select(d => _scratch[d])) };
        return new GoLocator(SandboxMachine.In(_scratch, variables, mayStartProcesses: false)).Locate();
    }

    [Fact]
    public void The_go_of_a_GOROOT_leads_to_it()
    {
        var go = SyntheticGoRoot.Create(_scratch["opt/go"]);

        var candidate = Assert.Single(Locate("empty", "opt/go/bin", "opt/go/bin"));

        Assert.Equal((GoVerdict.Usable, go.Root), (candidate.Verdict, candidate.Root));
        Assert.Equal([GoOrigin.SearchPath], candidate.Origins);
        Assert.Equal([go.Go], candidate.FoundAs);
    }

    [Fact]
    public void A_link_to_go_leads_to_the_GOROOT_in_the_spelling_of_the_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows nobody links commands.");
        var tree = SyntheticGoRoot.Create(_scratch["opt/go1.24.4"]);
        var stable = _scratch.CreateLink("opt/go", "go1.24.4");
        _scratch.CreateLink("bin/go", "../shared/go");
        _scratch.CreateLink("shared/go", "../opt/go/bin/go");

        var candidate = Assert.Single(Locate("bin"));

        Assert.Equal((GoVerdict.Usable, stable), (candidate.Verdict, candidate.Root));
        Assert.Equal(tree.Root, candidate.ResolvedRoot);
        Assert.Equal([_scratch["bin/go"]], candidate.FoundAs);
    }

    [Fact]
    public void A_link_to_the_bin_directory_leads_to_the_GOROOT()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links to directories need a privilege on Windows.");
        var tree = SyntheticGoRoot.Create(_scratch["opt/go"]);
        _scratch.CreateLink("gobin", "opt/go/bin");

        Assert.Equal(tree.Root, Assert.Single(Locate("gobin")).Root);
    }

    [Fact]
    public void A_damaged_GOROOT_on_PATH_is_a_candidate_with_its_damage()
    {
        var go = SyntheticGoRoot.Create(_scratch["go"]);
        go.Remove("pkg/tool");

        var candidate = Assert.Single(Locate("go/bin"));

        Assert.Equal((GoVerdict.Incomplete, go.Root), (candidate.Verdict, candidate.Root));
    }

    [Fact]
    public void A_shim_is_named_and_the_Go_behind_it_on_PATH_is_still_found()
    {
        var shim = _scratch.CreateFile(
            "shims/go" + (OperatingSystem.IsWindows() ? ".cmd" : ""),
            "#!/bin/sh\nexec goenv exec\n",
            Executable
        );
        var go = SyntheticGoRoot.Create(_scratch["go"]);

        var found = Locate("shims", "go/bin");

        Assert.Equal([(shim, GoVerdict.Launcher), (go.Root, GoVerdict.Usable)], found.Select(c => (c.Root, c.Verdict)));
        Assert.Contains("version manager", found[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_launcher_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "snap is a Linux matter.");
        File.WriteAllBytes(_scratch.CreateFile("usr/bin/snap", "", Executable), SyntheticGoRoot.Header(GoPlatform.Host));
        _scratch.CreateLink("snap/bin/go", "../../usr/bin/snap");

        var candidate = Assert.Single(Locate("snap/bin"));

        Assert.Equal((GoVerdict.Launcher, _scratch["snap/bin/go"]), (candidate.Verdict, candidate.Root));
        Assert.Contains("snap", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_go_without_a_GOROOT_around_it_is_not_the_distributions()
    {
        var name = "go" + GoPlatform.Host.ExecutableSuffix;
        File.WriteAllBytes(_scratch.CreateFile($"usr/bin/{name}"), SyntheticGoRoot.Header(GoPlatform.Host));

        var candidate = Assert.Single(Locate("usr/bin"));

        Assert.Equal(GoVerdict.OtherProgram, candidate.Verdict);
        Assert.Contains("no GOROOT around it", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_on_PATH_that_leads_nowhere_or_in_a_circle_is_a_candidate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows nobody links commands.");
        _scratch.CreateLink("a/go", "/nowhere/go");
        _scratch.CreateLink("b/go", "go");

        var found = Locate("a", "b");

        Assert.Equal([_scratch["a/go"], _scratch["b/go"]], found.Select(c => c.Root));
        Assert.All(found, c => Assert.Equal(GoVerdict.DanglingLink, c.Verdict));
    }

    [Fact]
    public void Directories_of_PATH_that_are_missing_relative_or_locked_are_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permissions of this kind.");
        SyntheticGoRoot.Create(_scratch["locked/go"]);
        var go = SyntheticGoRoot.Create(_scratch["go"]);
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{_scratch["missing"]}:.::bin:{_scratch["locked/go/bin"]}:{_scratch["go/bin"]}",
        };
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_scratch.Root, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(_scratch["locked"], UnixFileMode.None);
        }

        var host = SandboxMachine.In(_scratch, variables);
        var found = OrdinaryUser.Look(() => new GoLocator(host).Locate());

        Assert.Equal(go.Root, Assert.Single(found).Root);
    }

    [Fact]
    public void Nothing_on_PATH_is_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shims are shell scripts.");
        var trace = _scratch["started"];
        string[] directories = [.. Enumerable.Range(0, 20).Select(i => $"shims{i}/bin")];
        foreach (var directory in directories)
        {
            var script = $"#!/bin/sh\necho \"$0\" >> {trace}\n";
            foreach (var name in (string[])["go", "gofmt", "goenv", "asdf", "mise"])
            {
                _scratch.CreateFile($"{directory}/{name}", script, Executable);
            }
        }

        // This one looks like a GOROOT, so that it is inspected too.
        _scratch.CreateFile("shims0/VERSION", "go1.24.4\n");

        var found = Locate(directories);

        Assert.Equal(20, found.Count);
        Assert.All(found, c => Assert.Equal(GoVerdict.Launcher, c.Verdict));
        Assert.False(File.Exists(trace));
    }
}
