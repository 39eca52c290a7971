using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Surroundings;

/// <summary>Each damage of a variable is named, and it is one: the real <c>go</c> fails with it, or does something else than it should.</summary>
public sealed class VariableCheckTests
{
    // What is set in the process, or, with `file:` before it, in go/env; the code; words of the cause; the go command that then fails.
    private static readonly (string Set, string Code, string Words, string Fails)[] s_damages =
    [
        ("GOROOT=/nowhere", "GOTC6201", "does not exist", "version"),
        ("file:GOROOT=/nowhere", "GOTC6201", "does not exist", "env -u GOROOT"),
        ("GOROOT=~/go", "GOTC6201", "no shell has replaced", "version"),
        ("GOROOT=go", "GOTC6201", "not an absolute path", "version"),
        ("GOROOT={HOME}", "GOTC6201", "there is no Go", "build"),
        ("GOFLAGS=-nosuchflag", "GOTC6204", "no Go knows the flag `-nosuchflag`", "list"),
        ("file:GOFLAGS=-nosuchflag", "GOTC6204", "/go/env:1", "list"),
        ("GOFLAGS=-mod mod", "GOTC6204", "`mod` is no flag", "list"),
        ("GOFLAGS=-mod", "GOTC6204", "`-mod` has no value", "list"),
        ("GOFLAGS=-mod=nonsense", "GOTC6204", "but `-mod` is one of", "build"),
        ("GOFLAGS='-ldflags=-s -w", "GOTC6204", "a quote is not closed", "list"),
        ("GOFLAGS=-modfile=/nowhere/go.mod", "GOTC6204", "/nowhere/go.mod, does not exist", "build"),
        ("GOFLAGS=-toolexec=/nowhere/wrap", "GOTC6205", "/nowhere/wrap, does not exist", "build -a -o /dev/null ."),
        ("file:GOFLAGS=-toolexec=/usr/bin/env", "GOTC6205", "runs every compiler and linker through /usr/bin/env", ""),
        ("GOFLAGS=-overlay=/nowhere.json", "GOTC6205", "/nowhere.json, does not exist", "build"),
        ("GOTOOLCHAIN=bash", "GOTC6206", "is no toolchain", "version"),
        ("GOTOOLCHAIN=go1.99.0+never", "GOTC6206", "only +auto and +path", "version"),
        ("GOTOOLCHAIN=go1.22", "GOTC6206", "a language version", "version"),
        ("GOTOOLCHAIN=go1.99.0\nGOPROXY=off", "GOTC6206", "is not on this machine, and GOPROXY=off", "version"),
        ("GOSUMDB=on", "GOTC6207", "`on` is neither a known name", "mod download example.com/x@v1.0.0"),
        ("GOSUMDB=a b c", "GOTC6207", "more than a name and a URL", "mod download example.com/x@v1.0.0"),
        (
            "GOSUMDB=sum.golang.org+00000000+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
            "GOTC6207",
            "nor the key of a database",
            "mod download example.com/x@v1.0.0"
        ),
        ("file:GOSUMDB=", "GOTC6207", "sets GOSUMDB to nothing", "mod download example.com/x@v1.0.0"),
        ("GOPROXY=proxy", "GOTC6208", "neither a URL nor direct or off", "mod download example.com/x@v1.0.0"),
        ("GOPROXY=,", "GOTC6208", "holds no entry", "mod download example.com/x@v1.0.0"),
        ("GOPROXY=/a/directory", "GOTC6208", "a path without file://", "mod download example.com/x@v1.0.0"),
        ("GOPROXY=ftp://example.com", "GOTC6208", "no http, https or file URL", "mod download example.com/x@v1.0.0"),
        ("GOPROXY=file:///nowhere", "GOTC6208", "/nowhere does not exist", "mod download example.com/x@v1.0.0"),
        ("file:GOPROXY=", "GOTC6208", "sets GOPROXY to nothing", "mod download example.com/x@v1.0.0"),
        ("file:GOOS=windows", "GOTC6209", "every build is for windows/", "run ."),
        ("GOARCH=s390x", "GOTC6209", "every build is for linux/s390x", "run ."),
        ("GOOS=plan10", "GOTC6210", "which no Go knows", "build"),
        ("GOAMD64=v9", "GOTC6210", "Go takes no notice", ""),
        ("GOARM=8", "GOTC6210", "5, 6 or 7", ""),
        ("file:GOMIPS=soft\nGOARCH=mips", "GOTC6210", "builds for that architecture fail", "build"),
        ("GOMIPS=soft", "GOTC6210", "hardfloat or softfloat", "list"),
        ("GOPPC64=power7", "GOTC6210", "power8, power9", "list"),
        ("GOWASM=simd", "GOTC6210", "satconv", "list"),
        ("GO111MODULE=yes", "GOTC6210", "on, auto or off", "list"),
        ("GO111MODULE=off", "GOTC6210", "go.mod is not read", "mod tidy"),
        ("GOWORK=go.work", "GOTC6210", "not an absolute path", "list"),
        ("GOWORK=/nowhere/go.work", "GOTC6210", "does not exist", "list"),
        ("GOEXPERIMENT=nosuch", "GOTC6210", "no experiment `nosuch`", "list"),
        ("GOPATH=go", "GOTC6210", "not an absolute path", "version -m ."),
        ("GOPATH=/a:~/go", "GOTC6210", "no shell has replaced", "list"),
        ("GOBIN=bin", "GOTC6210", "`go install` fails", "install"),
        ("GOCACHE=cache", "GOTC6210", "nothing can be built", "build"),
        ("file:GOCACHE=off\nGOCACHE=", "GOTC6210", "needs its build cache", "build"),
        ("HOME=\nGOCACHE=", "GOTC6210", "neither $XDG_CACHE_HOME nor $HOME", "build"),
        ("GOTMPDIR=/nowhere", "GOTC6303", "nothing can be built", "build"),
        ("CC='cc", "GOTC6210", "a quote is not closed", "build"),
        ("CC=bin/cc", "GOTC6210", "a relative path", "build"),
        ("CC=nosuch-cc", "GOTC6211", "no program `nosuch-cc`", "build runtime/cgo"),
        ("file:CC=nosuch-cc\nCGO_ENABLED=1", "GOTC6211", "no program `nosuch-cc`", "build runtime/cgo"),
        ("CGO_CFLAGS='-O", "GOTC6210", "a quote is not closed", "build runtime/cgo"),
        ("CGO_ENABLED=yes", "GOTC6210", "neither 0 nor 1", ""),
    ];

    public static TheoryData<string> Damages => [.. s_damages.Select(d => d.Set)];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_cause_is_named_and_go_itself_fails(string set)
    {
        var (_, code, words, fails) = s_damages.Single(d => d.Set == set);
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        foreach (var line in set.Replace("{HOME}", sandbox.Home, StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith("file:", StringComparison.Ordinal))
            {
                sandbox.WriteUserFile(line["file:".Length..] + "\n");
            }
            else
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                sandbox.Variables[line[..equals]] = line[(equals + 1)..];
            }
        }

        var findings = await sandbox.FindAsync();

        var finding = Assert.Single(findings, f => f.Code.Id == code);
        Assert.Contains(words, finding.Cause, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Cause, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Cure);
        if (fails.Length > 0)
        {
            // A GOPROXY of the machine that is not part of the damage would be asked; nothing here may leave the machine.
            sandbox.Variables.TryAdd("GOPROXY", code == "GOTC6208" ? "" : "off");
            sandbox.Variables.TryAdd("GOTOOLCHAIN", "local");
            var run = await sandbox.GoAsync(fails.Split(' '));
            Assert.True(run.ExitCode != 0, $"go {fails} works: {run.StandardOutput}");
        }
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    [InlineData("1.27")]
    public async Task In_healthy_surroundings_nothing_is_found(string version)
    {
        using var sandbox = await SurroundingCase.WithAsync(version);
        sandbox.Level = HealthLevel.Standard;

        Assert.Empty((await sandbox.FindAsync()).Select(f => $"{f.Code} {f.Cause}"));
    }

    [Fact]
    public async Task Settings_that_people_really_have_are_no_findings()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.WriteUserFile(
            "# mine\nGOPRIVATE=example.com\nGOFLAGS='-ldflags=-s -w' -mod=mod -trimpath\nGOPROXY=https://proxy.example.com|goproxy.io,direct\n"
                + "GONOSUMDB=example.com\nGOAMD64=v2\nGOTOOLCHAIN=local+auto\nGOSUMDB=sum.golang.google.cn\nCGO_ENABLED=0\nGOTELEMETRY=off\n".Replace(
                    "GOTELEMETRY=off\n",
                    "",
                    StringComparison.Ordinal
                )
        );
        sandbox.Variables["GOBIN"] = sandbox.Scratch["home/.local/bin"];
        sandbox.Variables["PATH"] += ":/nowhere:/usr/games";
        sandbox.Write(".profile", "export PATH=\"$PATH:$HOME/go/bin\"\n[ -d /opt/x ] && export GOPATH=/opt/x\n");

        Assert.Empty((await sandbox.FindAsync()).Select(f => $"{f.Code} {f.Cause}"));
    }

    [Fact]
    public async Task A_flag_that_this_Go_does_not_know_yet_is_named_with_the_version_that_does()
    {
        using var old = await SurroundingCase.WithAsync("1.19");
        old.Variables["GOFLAGS"] = "-pgo=off";
        using var now = await SurroundingCase.WithAsync("1.23");
        now.Variables["GOFLAGS"] = "-pgo=off";

        Assert.Contains("only from Go 1.20 on", Assert.Single(await old.FindAsync()).Cause, StringComparison.Ordinal);
        Assert.NotEqual(0, (await old.GoAsync("list")).ExitCode);
        Assert.Empty(await now.FindAsync());
        Assert.Equal(0, (await now.GoAsync("list")).ExitCode);
    }

    [Fact]
    public async Task The_line_of_the_start_file_that_set_it_is_named_and_disabled_by_the_fix()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        var profile = sandbox.Write(".profile", "# mine\nif [ -d / ]; then\n  export GOROOT=/gone\nfi\nexport EDITOR=vi\n");
        sandbox.Variables["GOROOT"] = "/gone";

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal(("GOTC6201", $"{profile}:3"), (finding.Code.Id, finding.Place));
        Assert.Contains($"set in the environment by {profile}:3", finding.Cause, StringComparison.Ordinal);
        await finding.Fix!.ApplyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            "# mine\nif [ -d / ]; then\n  : # export GOROOT=/gone # disabled by gotoolchain doctor\nfi\nexport EDITOR=vi\n",
            await File.ReadAllTextAsync(profile, TestContext.Current.CancellationToken)
        );
        sandbox.Variables.Remove("GOROOT");
        Assert.Empty(await sandbox.FindAsync());
    }

    [Fact]
    public async Task A_start_file_that_leads_nowhere_is_found_though_this_process_does_not_have_its_value()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        var profile = sandbox.Write(".bashrc", "export GOROOT=$HOME/go1.18\nexport PATH=$GOROOT/bin:$PATH\n");

        var findings = await sandbox.FindAsync();

        var root = Assert.Single(findings, f => f.Severity == HealthSeverity.Error);
        Assert.Equal(("GOTC6212", $"{profile}:1"), (root.Code.Id, root.Place));
        Assert.Contains("bash, interactive and not at login", root.Cause, StringComparison.Ordinal);
        var path = Assert.Single(findings, f => f.Severity == HealthSeverity.Warning);
        Assert.Equal(("GOTC6212", $"{profile}:2"), (path.Code.Id, path.Place));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GOROOT_of_another_version_is_named_with_both(bool inFile)
    {
        var other = await TestGo.EnsureAsync("1.19");
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        if (inFile)
        {
            sandbox.WriteUserFile($"GOROOT={other.Root}\n");
        }
        else
        {
            sandbox.Variables["GOROOT"] = other.Root;
        }

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6202", finding.Code.Id);
        Assert.Equal(HealthSeverity.Error, finding.Severity);
        Assert.Contains("1.19.8", finding.Cause, StringComparison.Ordinal);
        Assert.Contains("1.23.", finding.Cause, StringComparison.Ordinal);
        Assert.Equal(inFile, finding.Fix is not null);
        Assert.NotEqual(0, (await sandbox.GoAsync("build", "-o", "/dev/null", ".")).ExitCode);
    }

    [Fact]
    public async Task GOROOT_of_another_platform_is_called_that()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Variables["GOROOT"] = SyntheticGoRoot.Create(sandbox.Scratch["windows"], "1.23.5", new GoPlatform("windows", "amd64")).Root;

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6202", finding.Code.Id);
        Assert.Contains("windows/amd64", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GOROOT_that_is_the_Go_itself_is_no_finding()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Variables["GOROOT"] = sandbox.Scratch.CreateLink("link", sandbox.Root);

        Assert.Empty(await sandbox.FindAsync());
    }
}
