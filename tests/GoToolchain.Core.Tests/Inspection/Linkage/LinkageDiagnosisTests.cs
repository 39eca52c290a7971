using System.Runtime.Versioning;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Each kind of trouble, really made: the finding names it, and the real loader says what the finding quotes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LinkageDiagnosisTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_healthy_program_has_no_finding()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);

        Assert.Empty(GoLinkage.Read(program, LinkageMachine.With()).Findings);
        Assert.Equal(0, (await RunAsync(program)).ExitCode);
    }

    [Fact]
    public async Task A_missing_library_is_named_with_its_package_and_the_directories_that_do_not_exist()
    {
        var program = await BuildUserAsync("-Wl,-rpath,/nowhere/at/all");

        var finding = Assert.Single(Errors(program));

        Assert.Equal(LinkageProblem.LibraryMissing, finding.Problem);
        Assert.Equal("libours.so.1", finding.Subject);
        Assert.Contains("/nowhere/at/all (DT_RUNPATH) does not exist", finding.Message, StringComparison.Ordinal);
        Assert.Contains("libours1", finding.Cure, StringComparison.Ordinal);
        Assert.Contains(
            GoLinkage.Read(program, LinkageMachine.With()).Findings,
            f => f is { Problem: LinkageProblem.RunPathEntryMissing, Subject: "/nowhere/at/all" }
        );
        var real = await RunAsync(program);
        Assert.Contains(
            "libours.so.1: cannot open shared object file: No such file or directory",
            real.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_library_for_another_machine_is_called_that()
    {
        var program = await BuildUserAsync();
        Directory.CreateDirectory(_scratch["other"]);
        await ElfBytes.CopyForOtherMachineAsync(_scratch["lib/libours.so.1"], _scratch["other/libours.so.1"]);

        var finding = Assert.Single(Errors(program, _scratch["other"]));

        Assert.Equal(LinkageProblem.LibraryOfOtherMachine, finding.Problem);
        Assert.Equal(_scratch["other/libours.so.1"], finding.Subject);
        Assert.Contains("LD_LIBRARY_PATH", finding.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "file too short")]
    [InlineData("INPUT(libours.so.2)\n/* a text for the linker, longer than any header of an ELF file would be */\n", "invalid ELF header")]
    public async Task What_is_no_library_stops_the_loader_even_when_there_is_a_good_one_behind(string content, string symptom)
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);
        var damaged = _scratch.CreateFile("damaged/libours.so.1", content);

        var finding = Assert.Single(Errors(program, _scratch["damaged"]));

        Assert.Equal(LinkageProblem.LibraryDamaged, finding.Problem);
        Assert.Equal(damaged, finding.Subject);
        Assert.Contains(symptom, (await RunAsync(program, _scratch["damaged"])).StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_this_user_may_not_read_is_told_from_a_missing_one()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);
        File.SetUnixFileMode(_scratch["lib/libours.so.1"], UnixFileMode.None);
        Open(_scratch.Root);

        var finding = Assert.Single(OrdinaryUser.Look(() => Errors(program)));

        Assert.Equal(LinkageProblem.LibraryUnreadable, finding.Problem);
    }

    [Fact]
    public async Task A_version_that_a_library_does_not_have_is_named()
    {
        var script = _scratch.CreateFile("new.map", "V_1 { global: one; };\nV_2 { global: two; } V_1;\n");
        var newer = await CCompiler.BuildLibraryAsync(
            _scratch["new/libv.so"],
            "int one(void) { return 1; } int two(void) { return 2; }",
            "-Wl,--version-script=" + script
        );
        script = _scratch.CreateFile("old.map", "V_1 { global: one; };\n");
        await CCompiler.BuildLibraryAsync(_scratch["old/libv.so"], "int one(void) { return 1; }", "-Wl,--version-script=" + script);
        var program = await CCompiler.BuildAsync(
            _scratch["program"],
            "int one(void), two(void); int main(void) { return one() + two(); }",
            newer,
            "-Wl,-rpath," + _scratch["new"]
        );

        Assert.Empty(Errors(program));
        var finding = Assert.Single(Errors(program, _scratch["old"]));

        Assert.Equal(LinkageProblem.LibraryTooOld, finding.Problem);
        Assert.Contains("V_2", finding.Message, StringComparison.Ordinal);
        Assert.Contains("its newest is V_1", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"take {_scratch["old"]} out of it", finding.Cure, StringComparison.Ordinal);
        Assert.Contains("`V_2' not found", (await RunAsync(program, _scratch["old"])).StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_C_library_that_is_too_old_is_called_that()
    {
        var versions = "GLIBC_2.2.5 { global: puts; };\nGLIBC_2.17 { global: abort; } GLIBC_2.2.5;\n";
        var script = _scratch.CreateFile("libc.map", versions);
        await CCompiler.BuildLibraryAsync(
            _scratch["old/libc.so.6"],
            "int puts(const char *s) { return 0; } void abort(void) { for (;;); }",
            "-nostdlib",
            "-fno-builtin",
            "-Wl,--version-script=" + script
        );
        var program = await CCompiler.BuildAsync(_scratch["program"], "#include <stdio.h>\nint main(void) { return puts(\"x\"); }");
        Assert.SkipUnless(GoLinkage.Read(program, LinkageMachine.With()).CLibrary == CLibrary.Glibc, "This machine has another C library.");

        var finding = Assert.Single(Errors(program, _scratch["old"]));

        Assert.Equal(LinkageProblem.CLibraryTooOld, finding.Problem);
        Assert.Contains("its newest is GLIBC_2.17", finding.Message, StringComparison.Ordinal);
        Assert.Contains("' not found", (await RunAsync(program, _scratch["old"])).StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LD_LIBRARY_PATH_that_hides_the_right_library_is_a_warning_with_both_files()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);
        var hiding = await CCompiler.BuildLibraryAsync(_scratch["hiding/libours.so.1"], "int ours(void) { return 1; }");

        var finding = Assert.Single(GoLinkage.Read(program, LinkageMachine.With(_scratch["hiding"])).Findings);

        Assert.Equal(LinkageProblem.LibraryPathShadows, finding.Problem);
        Assert.Contains(hiding, finding.Message, StringComparison.Ordinal);
        Assert.Contains(_scratch["lib/libours.so.1"], finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_of_LD_LIBRARY_PATH_that_are_missing_relative_or_empty_are_warnings()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);

        var findings = GoLinkage.Read(program, LinkageMachine.With($"{_scratch["gone"]}:here:")).Findings;

        Assert.Equal(
            [
                (LinkageProblem.LibraryPathEntryMissing, _scratch["gone"]),
                (LinkageProblem.LibraryPathEntryRelative, "here"),
                (LinkageProblem.LibraryPathEntryRelative, ""),
            ],
            findings.Select(f => (f.Problem, f.Subject))
        );
        Assert.All(findings, f => Assert.Equal(LinkageSeverity.Warning, f.Severity));
    }

    [Fact]
    public async Task A_library_path_for_another_machine_is_a_warning_when_the_right_library_is_found_behind()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);
        Directory.CreateDirectory(_scratch["other"]);
        await ElfBytes.CopyForOtherMachineAsync(_scratch["lib/libours.so.1"], _scratch["other/libours.so.1"]);

        var finding = Assert.Single(GoLinkage.Read(program, LinkageMachine.With(_scratch["other"])).Findings);

        Assert.Equal((LinkageProblem.LibraryPathOfOtherMachine, LinkageSeverity.Warning), (finding.Problem, finding.Severity));
    }

    [Fact]
    public async Task A_loader_that_does_not_exist_explains_No_such_file_or_directory()
    {
        var program = await CCompiler.BuildAsync(
            _scratch["program"],
            "int main(void) { return 0; }",
            "-Wl,--dynamic-linker=/opt/odd/ld.so"
        );

        var finding = Assert.Single(Errors(program));

        Assert.Equal((LinkageProblem.InterpreterMissing, "/opt/odd/ld.so"), (finding.Problem, finding.Subject));
        Assert.Contains("No such file or directory", finding.Message, StringComparison.Ordinal);
        var real = await Cli.Wrap("/bin/sh")
            .WithArguments(["-c", program])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(127, real.ExitCode);
    }

    [Fact]
    public async Task A_loader_that_is_no_program_is_unusable()
    {
        var loader = _scratch.CreateFile("ld.so", "text");
        var program = await CCompiler.BuildAsync(_scratch["program"], "int main(void) { return 0; }", "-Wl,--dynamic-linker=" + loader);

        Assert.Equal(LinkageProblem.InterpreterUnusable, Assert.Single(Errors(program)).Problem);
    }

    [Fact]
    public async Task A_program_without_permission_and_one_for_another_machine_are_told_apart()
    {
        var program = await CCompiler.BuildAsync(_scratch["program"], "int main(void) { return 0; }");
        await ElfBytes.CopyForOtherMachineAsync(program, _scratch["foreign"]);
        File.SetUnixFileMode(_scratch["foreign"], File.GetUnixFileMode(program));
        File.SetUnixFileMode(program, UnixFileMode.UserRead);

        Assert.Equal(LinkageProblem.NotExecutable, Assert.Single(Errors(program)).Problem);
        Assert.Equal(
            LinkageProblem.WrongMachine,
            Assert.Single(GoLinkage.Read(_scratch["foreign"], LinkageMachine.With()).Findings).Problem
        );
    }

    [Fact]
    public async Task What_LD_PRELOAD_names_is_noted_whether_it_can_be_loaded_or_not()
    {
        var program = await BuildUserAsync("-Wl,-rpath," + _scratch["lib"]);
        var extra = await CCompiler.BuildLibraryAsync(_scratch["extra.so"], "int extra(void) { return 1; }");

        var report = GoLinkage.Read(program, LinkageMachine.With(preload: $"{extra} /nowhere/gone.so"));

        Assert.Equal(extra, report.Files[1].Path);
        Assert.Equal(LibraryOrigin.Preload, report.Files[1].Origin);
        Assert.Equal(
            [(LinkageProblem.PreloadMissing, "/nowhere/gone.so"), (LinkageProblem.Preloaded, extra)],
            report.Findings.Select(f => (f.Problem, f.Subject))
        );
    }

    [Fact]
    public async Task A_setuid_program_ignores_LD_LIBRARY_PATH()
    {
        var program = await BuildUserAsync();
        File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.SetUser);

        var report = GoLinkage.Read(program, LinkageMachine.With(_scratch["lib"]));

        Assert.Equal("libours.so.1", Assert.Single(report.Missing).Need.Name);
        Assert.Contains(report.Findings, f => f.Problem == LinkageProblem.LibraryPathIgnored);
    }

    [Fact]
    public async Task A_library_in_a_directory_of_ld_so_conf_that_the_cache_does_not_know_asks_for_ldconfig()
    {
        var program = await BuildUserAsync();
        var machine = SandboxMachine.In(_scratch);
        CopyLoader(program);
        await CCompiler.BuildLibraryAsync(_scratch["system/opt/ours/libours.so.1"], "int ours(void) { return 1; }");
        _scratch.CreateFile("system/etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n");
        _scratch.CreateFile("system/etc/ld.so.conf.d/ours.conf", "# ours\n/opt/ours\ninclude ours.conf\n");

        var finding = GoLinkage.Read(program, machine).Findings.First(f => f.Subject == "libours.so.1");

        Assert.Equal(LinkageProblem.CacheOutOfDate, finding.Problem);
        Assert.Contains("ldconfig", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_somebody_deleted_from_an_installed_package_asks_to_install_it_again()
    {
        var program = await BuildUserAsync();
        var machine = SandboxMachine.In(_scratch);
        CopyLoader(program);
        _scratch.CreateFile("system/var/lib/dpkg/info/libours1:amd64.list", "/.\n/usr\n/usr/lib/libours.so.1\n/usr/share/doc/libours1\n");

        var finding = GoLinkage.Read(program, machine).Findings.First(f => f.Subject == "libours.so.1");

        Assert.Equal(LinkageProblem.LibraryMissing, finding.Problem);
        Assert.Contains("apt install --reinstall libours1", finding.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libgo.so.21", "libgo21")]
    [InlineData("libfoo2.so.1", "libfoo2-1")]
    [InlineData("libpcap.so.0.8", "libpcap0.8")]
    [InlineData("libz.so.1", "zlib1g")]
    [InlineData("libX11.so.6", "libx11-6")]
    [InlineData("plugin.so", null)]
    public void Debian_names_packages_after_libraries(string library, string? package) =>
        Assert.Equal(package, GoToolchain.Inspection.Linkage.LibraryPackages.DebianPackage(library));

    private void CopyLoader(string program)
    {
        var loader = GoLinkage.Read(program, LinkageMachine.With()).Interpreter!;
        var copy = Path.Join(_scratch["system"], loader);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(loader, copy);
    }

    private async Task<string> BuildUserAsync(params string[] arguments)
    {
        var library = await CCompiler.BuildLibraryAsync(_scratch["lib/libours.so.1"], "int ours(void) { return 0; }");
        return await CCompiler.BuildAsync(
            _scratch["program"],
            "int ours(void); int main(void) { return ours(); }",
            [library, .. arguments]
        );
    }

    private static IReadOnlyList<LinkageFinding> Errors(string file, string? libraryPath = null) =>
        [.. GoLinkage.Read(file, LinkageMachine.With(libraryPath)).Findings.Where(f => f.Severity == LinkageSeverity.Error)];

    private static async Task<BufferedCommandResult> RunAsync(string program, string? libraryPath = null) =>
        await Cli.Wrap(program)
            .WithEnvironmentVariables(e => e.Set("LD_LIBRARY_PATH", libraryPath))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    private static void Open(string directory) =>
        File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
}
