using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>A real musl, from the distribution's package, on a machine that has glibc, and the other way round.</summary>
public sealed class MuslTests : IDisposable
{
    private const string Loader = "/lib/ld-musl-x86_64.so.1";

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_program_for_musl_on_a_machine_with_glibc_is_called_that()
    {
        var root = await MuslAsync();
        Assert.SkipWhen(File.Exists(Loader), "musl is installed on this machine.");
        var program = await BuildProgramAsync(root);

        var finding = Assert.Single(GoLinkage.Read(program, LinkageMachine.With()).Findings, f => f.Severity == LinkageSeverity.Error);

        Assert.Equal((LinkageProblem.WrongCLibrary, Loader), (finding.Problem, finding.Subject));
        Assert.Contains("CGO_ENABLED=0", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_for_glibc_on_a_machine_with_musl_is_called_that()
    {
        var root = await MuslAsync();
        var program = await CCompiler.BuildAsync(_scratch["program"], "int main(void) { return 0; }");

        var report = GoLinkage.Read(program, MachineIn(root));

        Assert.Equal(LinkageProblem.WrongCLibrary, Assert.Single(report.Findings, f => f.Severity == LinkageSeverity.Error).Problem);
        Assert.Equal(CLibrary.Glibc, report.CLibrary);
    }

    [Fact]
    public async Task On_a_machine_with_musl_its_programs_find_libraries_by_its_rules()
    {
        var root = await MuslAsync();
        var program = await BuildProgramAsync(root);
        var library = GoLinkage.Read(program, MachineIn(root, _scratch["two"]));
        Assert.Equal(_scratch["two/libb.so"], library.Files.Single(f => f.Name == "libb.so").Path);

        var report = GoLinkage.Read(program, MachineIn(root));

        Assert.Empty(report.Findings);
        // DT_RUNPATH of the program serves the needs of its needs, which it does not with glibc; and libc.so is the loader itself.
        Assert.Equal(_scratch["one/libb.so"], report.Files.Single(f => f.Name == "libb.so").Path);
        Assert.Equal(LibraryOrigin.Loader, report.File.Needs.Single(n => n.Name == "libc.so").Origin);
        var real = await Cli.Wrap(Path.Join(root, Loader))
            .WithArguments(["--list", program])
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"libb.so => {_scratch["one/libb.so"]}", real.StandardOutput, StringComparison.Ordinal);
        Assert.Contains($"liba.so => {_scratch["one/liba.so"]}", real.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_for_musl_in_a_process_with_glibc_is_a_mix()
    {
        var root = await MuslAsync();
        var library = await CCompiler.BuildLibraryAsync(
            _scratch["libours.so"],
            "int puts(const char *); int ours(void) { return puts(\"x\"); }",
            ["-nostdlib", .. Libc(root)]
        );

        var report = GoLinkage.Read(library, LinkageMachine.With());

        Assert.Equal(CLibrary.Musl, report.CLibrary);
        Assert.Contains(report.Findings, f => f is { Problem: LinkageProblem.MixedCLibraries, Severity: LinkageSeverity.Error });
    }

    [Fact]
    public async Task A_shared_library_of_Go_cannot_be_loaded_by_musl()
    {
        var root = await MuslAsync();
        var library = await BuildGoLibraryAsync(root);
        var opener = await CCompiler.BuildAsync(
            _scratch["opener"],
            "#include <stddef.h>\nvoid *dlopen(const char *, int); char *dlerror(void); int puts(const char *); void _exit(int);\n"
                + "int main(int c, char **v) { void *h = dlopen(v[1], 2); puts(h ? \"loaded\" : dlerror()); return h == NULL; }",
            [
                .. MuslFlags(root),
                Path.Join(root, "usr/lib/x86_64-linux-musl/Scrt1.o"),
                Path.Join(root, "usr/lib/x86_64-linux-musl/crti.o"),
                Path.Join(root, "usr/lib/x86_64-linux-musl/crtn.o"),
                .. Libc(root),
            ]
        );

        Assert.Contains(
            GoLinkage.Read(library, MachineIn(root)).Findings,
            f => f is { Problem: LinkageProblem.GoSharedLibraryOnMusl, Severity: LinkageSeverity.Error }
        );
        var real = await Cli.Wrap(Path.Join(root, Loader))
            .WithArguments([opener, library])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, real.ExitCode);
        Assert.Contains("initial-exec TLS resolves to dynamic definition", real.StandardOutput, StringComparison.Ordinal);
    }

    private static async Task<string> MuslAsync()
    {
        _ = CCompiler.Path;
        Assert.SkipUnless(GoPlatform.Host.Arch == "amd64", "The paths of this test are those of amd64.");
        return await DebianPackages.UnpackAsync("musl", "musl", "musl-dev");
    }

    // By its path, for lack of a DT_SONAME, it would be needed with that path.
    private static string[] Libc(string root) => ["-L" + Path.Join(root, "lib/x86_64-linux-musl"), "-lc"];

    private static string[] MuslFlags(string root) =>
        ["-nostdlib", "-nostdinc", "-isystem", Path.Join(root, "usr/include/x86_64-linux-musl"), "-Wl,--dynamic-linker=" + Loader];

    private HostMachine MachineIn(string root, string? libraryPath = null)
    {
        var machine = LinkageMachine.With(libraryPath);
        return new HostMachine
        {
            Variables = machine.Variables,
            HomeDirectory = _scratch["home"],
            TempDirectory = machine.TempDirectory,
            Platform = machine.Platform,
            FileSystemRoot = root,
        };
    }

    private async Task<string> BuildProgramAsync(string root)
    {
        foreach (var directory in new[] { "one", "two" })
        {
            var b = await CCompiler.BuildLibraryAsync(_scratch[directory, "libb.so"], "int b(void) { return 1; }", "-nostdlib");
            await CCompiler.BuildLibraryAsync(_scratch[directory, "liba.so"], "int b(void); int a(void) { return b(); }", "-nostdlib", b);
        }

        return await CCompiler.BuildAsync(
            _scratch["program"],
            "int a(void); int puts(const char *); int main(void) { return a() + puts(\"x\"); }",
            [
                .. MuslFlags(root),
                "-nostartfiles",
                "-Wl,-e,main",
                "-Wl,-rpath," + _scratch["one"],
                "-Wl,-rpath-link," + _scratch["one"],
                _scratch["one/liba.so"],
                .. Libc(root),
            ]
        );
    }

    private async Task<string> BuildGoLibraryAsync(string root)
    {
        var include = Path.Join(root, "usr/include/x86_64-linux-musl");
        var wrapper = _scratch.CreateFile(
            "musl-gcc",
            $"#!/bin/sh\nexec {CCompiler.Path} -nostdinc -isystem {include} -isystem \"$({CCompiler.Path} -print-file-name=include)\" \"$@\"\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        var linker = _scratch.CreateFile(
            "musl-ld",
            $"#!/bin/sh\nexec {CCompiler.Path} -nostdlib -nostartfiles -Wl,--no-as-needed \"$@\" {string.Join(' ', Libc(root))} \"$({CCompiler.Path} -print-libgcc-file-name)\"\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        return await GoBuild.RunAsync(
            _scratch,
            "1.23",
            "libadd.so",
            "package main\nimport \"C\"\n//export Add\nfunc Add(a, b int32) int32 { return a + b }\nfunc main() {}\n",
            [("CGO_ENABLED", "1"), ("CC", wrapper)],
            ["-buildmode=c-shared", "-ldflags=-linkmode=external -extld=" + linker]
        );
    }
}
