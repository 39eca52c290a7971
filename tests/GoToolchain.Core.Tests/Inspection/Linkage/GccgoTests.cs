using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>A real program that a real gccgo has compiled.</summary>
public sealed class GccgoTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_program_of_gccgo_without_its_runtime_is_called_that_and_the_package_is_named()
    {
        var gccgo = await GccgoCompiler.EnsureAsync();
        var program = await gccgo.BuildHelloAsync(_scratch["hello"]);
        Assert.SkipWhen(File.Exists($"/usr/lib/{gccgo.Triplet}/{gccgo.RuntimeName}"), "gccgo's runtime is installed on this machine.");

        var report = GoLinkage.Read(program, MachineWith());

        var finding = Assert.Single(report.Findings, f => f.Severity == LinkageSeverity.Error);
        Assert.Equal(LinkageProblem.GccgoRuntimeMissing, finding.Problem);
        Assert.Equal(gccgo.RuntimeName, finding.Subject);
        Assert.Contains("built by gccgo, not by Go", finding.Message, StringComparison.Ordinal);
        Assert.Contains("go build", finding.Cure, StringComparison.Ordinal);
        Assert.Contains(gccgo.RuntimeName.Replace(".so.", "", StringComparison.Ordinal), finding.Cure, StringComparison.Ordinal);
        var real = await Cli.Wrap(program)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{gccgo.RuntimeName}: cannot open shared object file", real.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_runtime_it_is_healthy_and_still_said_to_be_from_gccgo()
    {
        var gccgo = await GccgoCompiler.EnsureAsync();
        var program = await gccgo.BuildHelloAsync(_scratch["hello"]);

        var report = GoLinkage.Read(program, MachineWith(gccgo.Runtime));

        Assert.True(report.IsHealthy, string.Join('\n', report.Findings));
        Assert.Equal(LinkageProblem.GccgoProgram, Assert.Single(report.Findings).Problem);
        Assert.Contains(report.Files, f => f.Path == Path.Combine(gccgo.Runtime, gccgo.RuntimeName));
        var real = await Cli.Wrap(program)
            .WithEnvironmentVariables(e => e.Set("LD_LIBRARY_PATH", gccgo.Runtime))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal("hello\n", real.StandardOutput);
    }

    [Fact]
    public async Task A_runtime_of_another_machine_in_LD_LIBRARY_PATH_is_not_taken_for_the_runtime()
    {
        var gccgo = await GccgoCompiler.EnsureAsync();
        var program = await gccgo.BuildHelloAsync(_scratch["hello"]);
        var stranger = Path.Combine(_scratch.CreateDirectory("other"), gccgo.RuntimeName);
        await ElfBytes.CopyForOtherMachineAsync(Path.Combine(gccgo.Runtime, gccgo.RuntimeName), stranger);

        var report = GoLinkage.Read(program, MachineWith(_scratch["other"]));

        var finding = Assert.Single(report.Findings, f => f.Severity == LinkageSeverity.Error);
        Assert.Equal(LinkageProblem.GccgoRuntimeMissing, finding.Problem);
        Assert.Contains(stranger, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libgo.so.21", true)]
    [InlineData("libgo.so", true)]
    [InlineData("/usr/lib/libgo.so.11", true)]
    [InlineData("libgo-21.dll", true)]
    [InlineData("libgo.21.dylib", true)]
    [InlineData("libgomp.so.1", false)]
    [InlineData("libgobject-2.0.so.0", false)]
    [InlineData("libgolf.so.1", false)]
    [InlineData("libgo", false)]
    public void Only_the_names_of_gccgos_runtime_are_taken_for_it(string name, bool isRuntime) =>
        Assert.Equal(isRuntime, GoToolchain.Inspection.Linkage.Diagnoses.Gccgo.IsRuntime(name));

    private static HostMachine MachineWith(string? libraryPath = null) => LinkageMachine.With(libraryPath);
}
