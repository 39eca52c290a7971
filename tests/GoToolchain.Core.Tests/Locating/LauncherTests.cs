using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>
/// Shims and launchers as their managers write them: asdf (internal/shims/shims.go), goenv (libexec/goenv-rehash), mise (src/shims.rs), proto
/// (crates/shim), hermit, snap, Scoop.
/// </summary>
public sealed class LauncherTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ScratchDirectory _scratch = new();
    private readonly Dictionary<string, string> _variables = [];

    public LauncherTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "These shims are those of Unix.");

    public void Dispose() => _scratch.Dispose();

    private string Home => _scratch["home"];

    private IReadOnlyList<GoCandidate> Locate(string path, GoPlatform? platform = null)
    {
        _variables["PATH"] = _scratch[path];
        var host = SandboxMachine.In(_scratch, _variables, mayStartProcesses: false, platform);
        return new GoLocator(host, projectDirectory: _scratch["project/sub"]).Locate();
    }

    private SyntheticGoRoot CreateGo(string path, string version = "1.24.4") => SyntheticGoRoot.Create(_scratch[path], version);

    private string CreateShim(string path, string text) => _scratch.CreateFile(path, text, Executable);

    private string CreateProgram(string path)
    {
        var file = CreateShim(path, "");
        File.WriteAllBytes(file, SyntheticGoRoot.Header(GoPlatform.Host));
        return file;
    }

    // The launcher, and right behind it the tree that a shell would end up in, found on PATH as well.
    private static GoCandidate AssertLeads(IReadOnlyList<GoCandidate> found, string shim, string root, GoOrigin manager)
    {
        var launcher = found[0];
        Assert.Equal((GoVerdict.Launcher, shim, root), (launcher.Verdict, launcher.Root, launcher.LeadsTo));
        Assert.Equal((GoVerdict.Usable, root), (found[1].Verdict, found[1].Root));
        Assert.Equal([GoOrigin.SearchPath, manager], found[1].Origins);
        Assert.Equal(shim, found[1].FoundAs[0]);
        return launcher;
    }

    private string AsdfShim() =>
        CreateShim(
            "home/.asdf/shims/go",
            """
            #!/usr/bin/env bash
            # asdf-plugin: golang 1.24.4
            # asdf-plugin: golang 1.23.1
            exec asdf exec "go" "$@"
            """
        );

    [Theory]
    [InlineData("project/.tool-versions", "nodejs 20.0.0\ngolang 1.23.1\n")]
    [InlineData("home/.tool-versions", "golang 1.23.1\n")]
    public void A_shim_of_asdf_leads_to_what_tool_versions_chooses(string file, string text)
    {
        var shim = AsdfShim();
        CreateGo("home/.asdf/installs/golang/1.24.4/go");
        var go = CreateGo("home/.asdf/installs/golang/1.23.1/go", "1.23.1");
        _scratch.CreateFile(file, text);

        var launcher = AssertLeads(Locate("home/.asdf/shims"), shim, go.Root, GoOrigin.Asdf);

        Assert.Contains("a shim of asdf", launcher.Reason, StringComparison.Ordinal);
        Assert.Contains(
            $"{_scratch[file]}:{(text.Contains("nodejs", StringComparison.Ordinal) ? 2 : 1)}",
            launcher.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_variable_of_a_manager_overrules_its_files()
    {
        var shim = AsdfShim();
        var go = CreateGo("home/.asdf/installs/golang/1.24.4/go");
        CreateGo("home/.asdf/installs/golang/1.23.1/go", "1.23.1");
        _scratch.CreateFile("project/.tool-versions", "golang 1.23.1\n");
        _variables["ASDF_GOLANG_VERSION"] = "1.24.4";

        AssertLeads(Locate("home/.asdf/shims"), shim, go.Root, GoOrigin.Asdf);
    }

    [Theory]
    [InlineData("", "nothing chooses")]
    [InlineData("golang 1.22.2\n", "not installed")]
    [InlineData("golang system\n", "the Go of the system")]
    [InlineData("golang nonsense!\n", "makes no sense")]
    public void A_shim_that_leads_nowhere_says_why(string toolVersions, string word)
    {
        var shim = AsdfShim();
        CreateGo("home/.asdf/installs/golang/1.24.4/go");
        _scratch.CreateFile("project/.tool-versions", toolVersions);

        var launcher = Locate("home/.asdf/shims")[0];

        Assert.Equal((GoVerdict.Launcher, shim, null), (launcher.Verdict, launcher.Root, launcher.LeadsTo));
        Assert.Contains(word, launcher.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("project/.go-version", "1.23\n")]
    [InlineData("elsewhere/version", "1.23.1\n")]
    public void A_shim_of_goenv_leads_to_what_go_version_chooses_in_the_directory_that_it_carries(string file, string text)
    {
        var root = _scratch["elsewhere"];
        var shim = CreateShim(
            "elsewhere/shims/go",
            $$"""
            #!/usr/bin/env bash
            set -e
            [ -n "$GOENV_DEBUG" ] && set -x

            program="${0##*/}"
            if [[ "$program" = "go"* ]]; then
              for arg; do
                case "$arg" in
                -c* | -- ) break ;;
                */* )
                  if [ -f "$arg" ]; then
                    export GOENV_FILE_ARG="$arg"
                    break
                  fi
                  ;;
                esac
              done
            fi

            export GOENV_ROOT="{{root}}"
            exec "{{root}}/bin/goenv" exec "$program" "$@"

            """
        );
        var go = CreateGo("elsewhere/versions/1.23.1", "1.23.1");
        CreateGo("elsewhere/versions/1.24.4");
        _scratch.CreateFile(file, text);
        _variables["GOENV_ROOT"] = root;

        var launcher = AssertLeads(Locate("elsewhere/shims"), shim, go.Root, GoOrigin.Goenv);

        Assert.Contains("a shim of goenv", launcher.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("project/mise.toml", "[tools]\ngo = '1.23'\n")]
    [InlineData("project/.tool-versions", "go 1.23.1\n")]
    [InlineData("home/.config/mise/config.toml", "[tools]\ngo = '1.23.1'\n")]
    public void A_shim_of_mise_is_a_link_to_mise_and_leads_to_what_its_files_choose(string file, string text)
    {
        CreateProgram("home/.local/bin/mise");
        var shim = _scratch.CreateLink("home/.local/share/mise/shims/go", _scratch["home/.local/bin/mise"]);
        var go = CreateGo("home/.local/share/mise/installs/go/1.23.1", "1.23.1");
        CreateGo("home/.local/share/mise/installs/go/1.24.4");
        _scratch.CreateLink("home/.local/share/mise/installs/go/1.23", "./1.23.1");
        _scratch.CreateFile(file, text);

        var launcher = AssertLeads(Locate("home/.local/share/mise/shims"), shim, go.Root, GoOrigin.Mise);

        Assert.Contains("a shim of mise", launcher.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("project/.prototools", "node = \"20\"\ngo = \"~1.23\" # pinned\n\n[settings]\ngo = \"1.24.4\"\n")]
    [InlineData("home/.proto/.prototools", "go = '1.23.1'\n")]
    public void A_shim_of_proto_is_a_program_in_its_directory_and_leads_to_what_prototools_chooses(string file, string text)
    {
        var shim = CreateProgram("home/.proto/shims/go");
        var go = CreateGo("home/.proto/tools/go/1.23.1", "1.23.1");
        CreateGo("home/.proto/tools/go/1.24.4");
        _scratch.CreateFile(file, text);

        AssertLeads(Locate("home/.proto/shims"), shim, go.Root, GoOrigin.Proto);
    }

    [Fact]
    public void A_stub_of_hermit_names_its_version()
    {
        CreateShim("project/bin/hermit", "#!/bin/bash\nexec hermit\n");
        _scratch.CreateLink("project/bin/.go-1.24.4.pkg", "hermit");
        var stub = _scratch.CreateLink("project/bin/go", ".go-1.24.4.pkg");
        var go = CreateGo("home/.cache/hermit/pkg/go-1.24.4");

        AssertLeads(Locate("project/bin"), stub, go.Root, GoOrigin.Hermit);
    }

    [Fact]
    public void The_launcher_of_snap_leads_to_the_snap_that_is_mounted()
    {
        CreateProgram("system/usr/bin/snap");
        var launcher = _scratch.CreateLink("system/snap/bin/go", _scratch["system/usr/bin/snap"]);
        CreateGo("system/snap/go/10030");
        var current = _scratch.CreateLink("system/snap/go/current", "10030");

        AssertLeads(Locate("system/snap/bin"), launcher, current, GoOrigin.Snap);
    }

    [Fact]
    public void A_shim_of_Scoop_says_beside_it_what_it_starts()
    {
        var windows = new GoPlatform("windows", "amd64");
        var go = SyntheticGoRoot.Create(_scratch["home/scoop/apps/go/current"], platform: windows);
        var shim = CreateShim("home/scoop/shims/go.exe", "MZ and more than twelve bytes");
        _scratch.CreateFile("home/scoop/shims/go.shim", $"path = \"{go.Go}\"\r\n");

        AssertLeads(Locate("home/scoop/shims", windows), shim, go.Root, GoOrigin.Scoop);
    }

    [Theory]
    [InlineData("exec {0} \"$@\"")]
    [InlineData("  exec \"{0}\" \"$@\"")]
    [InlineData("exec '{0}'")]
    public void A_script_that_starts_a_go_by_its_path_leads_to_that_ones_GOROOT(string line)
    {
        var go = CreateGo("opt/my go");
        var quoted = line.Contains(' ', StringComparison.Ordinal) && line.Contains("{0} ", StringComparison.Ordinal);
        var link = _scratch.CreateLink("opt/plain", "my go");
        var target = quoted ? $"{link}/bin/go" : go.Go;
        var script = CreateShim("bin/go", $"#!/bin/sh\nset -e\n{line.Replace("{0}", target, StringComparison.Ordinal)}\n");

        var found = Locate("bin");

        Assert.Equal((GoVerdict.Launcher, script), (found[0].Verdict, found[0].Root));
        Assert.Equal(quoted ? link : go.Root, found[0].LeadsTo);
        Assert.Equal((found[0].LeadsTo, GoVerdict.Usable), (found[1].Root, found[1].Verdict));
    }

    [Fact]
    public void A_script_whose_go_is_gone_says_so()
    {
        CreateShim("bin/go", "#!/bin/sh\nexec /nowhere/go/bin/go \"$@\"\n");

        var candidate = Assert.Single(Locate("bin"));

        Assert.Equal((GoVerdict.Launcher, "/nowhere/go/bin/go"), (candidate.Verdict, candidate.LeadsTo));
        Assert.Contains("does not exist", candidate.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!/bin/sh\nexec /a\0b/bin/go\n")]
    [InlineData("#!/bin/sh\nexport GOENV_ROOT=\"/a\0b\"\nexec goenv exec go\n")]
    [InlineData("#!/bin/sh\nexport GOENV_ROOT=\"/a")]
    [InlineData("#!/bin/sh\nexec \"\n exec ' \nexec")]
    public void A_script_with_nonsense_in_it_leads_nowhere(string text)
    {
        CreateShim("bin/go", text);

        var candidate = Assert.Single(Locate("bin"));

        Assert.Equal((GoVerdict.Launcher, null), (candidate.Verdict, candidate.LeadsTo));
    }

    [Fact]
    public void What_a_shell_would_run_is_the_Go_of_the_shim_that_comes_first()
    {
        AsdfShim();
        var go = CreateGo("home/.asdf/installs/golang/1.23.1/go", "1.23.1");
        CreateGo("system/usr/local/go");
        _scratch.CreateFile("home/.tool-versions", "golang 1.23.1\n");
        _variables["PATH"] = _scratch["home/.asdf/shims"];
        var options = new GoToolchainOptions
        {
            Host = SandboxMachine.In(_scratch, _variables, mayStartProcesses: false),
            Store = _scratch["store"],
        };

        Assert.Equal(go.Root, new GoToolchainManager(options).Find("system")?.Root);
    }

    [Fact]
    public async Task Pipes_in_the_place_of_files_that_choose_a_version_make_nobody_wait()
    {
        AsdfShim();
        _scratch.CreateDirectory("project");
        await CliWrap
            .Cli.Wrap("mkfifo")
            .WithArguments([_scratch["project/.tool-versions"]])
            .ExecuteAsync(TestContext.Current.CancellationToken);

        var locate = Task.Run(() => Locate("home/.asdf/shims"), TestContext.Current.CancellationToken);

        Assert.Equal(
            GoVerdict.Launcher,
            (await locate.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))[0].Verdict
        );
    }
}
