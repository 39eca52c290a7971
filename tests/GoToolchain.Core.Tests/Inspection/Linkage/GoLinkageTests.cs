using CliWrap;
using CsCheck;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>What real Go links: static programs, cgo programs, shared libraries, plugins, and programs for other systems.</summary>
public sealed class GoLinkageTests : IDisposable
{
    private const string Hello = "package main\nfunc main() { println(\"hello\") }\n";
    private const string CgoLibrary =
        "package main\nimport \"C\"\n//export Add\nfunc Add(a, b int32) int32 { return a + b }\nfunc main() {}\n";

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_static_program_needs_nothing()
    {
        var program = await BuildAsync("1.23", "hello", Hello, ("CGO_ENABLED", "0"));

        var report = GoLinkage.Read(program, LinkageMachine.With());

        Assert.False(report.IsDynamic);
        Assert.True(report.IsProgram);
        Assert.Equal(CLibrary.None, report.CLibrary);
        Assert.Empty(report.Findings);
        Assert.Equal([program], report.Files.Select(f => f.Path));
    }

    [Fact]
    public async Task A_shared_library_needs_the_C_library_of_this_machine()
    {
        _ = CCompiler.Path;
        var library = await BuildAsync("1.23", "libadd.so", CgoLibrary, ("CGO_ENABLED", "1"), "-buildmode=c-shared");

        var report = GoLinkage.Read(library, LinkageMachine.With());

        Assert.False(report.IsProgram);
        Assert.Equal(CLibrary.Glibc, report.CLibrary);
        Assert.Contains(report.Files, f => f.Name == "libc.so.6");
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData("amd64")]
    [InlineData("arm64")]
    public async Task A_Windows_program_imports_what_Windows_brings(string arch)
    {
        var program = await BuildAsync("1.23", "hello.exe", Hello, ("GOARCH", arch), ("GOOS", "windows"));

        var report = GoLinkage.Read(program, LinkageMachine.With());

        Assert.Equal((ExecutableFormat.PortableExecutable, arch), (report.Format, report.File.Arch));
        Assert.Contains(report.File.Needs, n => n is { Name: "kernel32.dll", Origin: LibraryOrigin.OperatingSystem });
        Assert.Equal(LinkageProblem.WrongMachine, Assert.Single(report.Findings).Problem);
    }

    [Theory]
    [InlineData("amd64")]
    [InlineData("arm64")]
    public async Task A_macOS_program_names_its_libraries(string arch)
    {
        var program = await BuildAsync("1.23", "hello", Hello, ("GOARCH", arch), ("GOOS", "darwin"));

        var report = GoLinkage.Read(program, LinkageMachine.With());

        Assert.Equal((ExecutableFormat.MachO, arch, "/usr/lib/dyld"), (report.Format, report.File.Arch, report.Interpreter));
        Assert.Contains(report.File.Needs, n => n is { Name: "/usr/lib/libSystem.B.dylib", Origin: LibraryOrigin.OperatingSystem });
        Assert.True(report.IsProgram);
        Assert.Equal(LinkageProblem.WrongMachine, Assert.Single(report.Findings).Problem);
    }

    [Fact]
    public async Task Damaged_Windows_and_macOS_programs_never_crash_the_reader()
    {
        var seeds = new[]
        {
            await BuildAsync("1.23", "fuzz.exe", Hello, ("GOOS", "windows")),
            await BuildAsync("1.23", "fuzz", Hello, ("GOOS", "darwin")),
        };
        var host = LinkageMachine.With();
        foreach (var seed in seeds)
        {
            var original = await File.ReadAllBytesAsync(seed, TestContext.Current.CancellationToken);
            Gen.Select(Gen.Select(Gen.Int[0, 4095], Gen.Byte).Array[1, 30], Gen.Int[1, 40_000])
                .Sample(
                    (changes, cut) =>
                    {
                        var bytes = original[..(cut < 8192 ? cut : original.Length)];
                        foreach (var (at, value) in changes)
                        {
                            bytes[at % bytes.Length] = value;
                        }

                        File.WriteAllBytes(_scratch["damaged"], bytes);
                        HostileLinkageTests.ReadOrRefuse(_scratch["damaged"], host);
                    },
                    seed: "0000KLmNoP03",
                    iter: 300,
                    threads: 1
                );
        }
    }

    [Fact]
    public async Task A_plugin_of_another_Go_is_refused_before_it_is_opened()
    {
        _ = CCompiler.Path;
        var program = await BuildAsync("1.23", "program", PluginHost, ("CGO_ENABLED", "1"));
        var fitting = await BuildAsync("1.23", "fitting.so", Plugin, ("CGO_ENABLED", "1"), "-buildmode=plugin");
        var foreign = await BuildAsync("1.22", "foreign.so", Plugin, ("CGO_ENABLED", "1"), "-buildmode=plugin");
        var trimmed = await BuildAsync("1.23", "trimmed.so", Plugin, ("CGO_ENABLED", "1"), "-buildmode=plugin", "-trimpath");

        Assert.Empty(GoLinkage.CheckPlugin(program, fitting));
        var finding = Assert.Single(GoLinkage.CheckPlugin(program, foreign));
        Assert.Equal(LinkageProblem.PluginMismatch, finding.Problem);
        Assert.Contains("built by go1.22", finding.Message, StringComparison.Ordinal);
        Assert.Contains("-trimpath=true", Assert.Single(GoLinkage.CheckPlugin(program, trimmed)).Message, StringComparison.Ordinal);

        Assert.Equal("42", (await OpenAsync(program, fitting)).Trim());
        Assert.Contains("runtime: no plugin module data", await OpenAsync(program, foreign), StringComparison.Ordinal);
        Assert.Contains("plugin was built with a different version", await OpenAsync(program, trimmed), StringComparison.Ordinal);
    }

    internal const string Plugin = "package main\nfunc Answer() int { return 42 }\nfunc main() {}\n";

    internal const string PluginHost = """
        package main

        import (
            "fmt"
            "os"
            "plugin"
        )

        func main() {
            p, err := plugin.Open(os.Args[1])
            if err != nil {
                fmt.Println(err)
                os.Exit(1)
            }
            f, _ := p.Lookup("Answer")
            fmt.Println(f.(func() int)())
        }
        """;

    private static async Task<string> OpenAsync(string program, string plugin)
    {
        var output = new System.Text.StringBuilder();
        await Cli.Wrap(program)
            .WithArguments(plugin)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(output))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private Task<string> BuildAsync(string go, string output, string code, (string Name, string Value) variable, params string[] flags) =>
        GoBuild.RunAsync(_scratch, go, output, code, [variable], flags);

    private Task<string> BuildAsync(string go, string output, string code, (string, string) first, (string, string) second) =>
        GoBuild.RunAsync(_scratch, go, output, code, [first, second], []);
}
