using GoToolchain.Fixtures;
using GoToolchain.Versions;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>Programs without C code need no compiler but Go's, for whatever platform.</summary>
public sealed class CrossProgramTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    private static readonly string[] s_always = ["linux/amd64", "linux/arm64", "windows/amd64", "darwin/arm64"];

    /// <summary>One runtime identifier for each thing that Go builds differently.</summary>
    public static TheoryData<string> Targets { get; } =
    [
        .. TestMatrix
            .Of(
                GoRuntimeIdentifiers
                    .All.Select(GoTarget.FromRuntimeIdentifier)
                    .Where(t => !t.NeedsExternalLinker)
                    .DistinctBy(t => (t.Platform, t.Arm)),
                t => t.Arm is not null || s_always.Contains(t.Platform.ToString())
            )
            .Select(t => t.RuntimeIdentifier),
    ];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_program_is_built_for_every_runtime_identifier_without_a_C_compiler(string rid)
    {
        var target = GoTarget.FromRuntimeIdentifier(rid);
        var go = await TestGo.EnsureAsync("1.23");
        target.RequirePort(go.Version);
        var nothing = CgoMachine.On(go, TestGo.Host, _scratch.CreateDirectory("path"));
        _scratch.CreateFile("module/go.mod", "module example.com/program\n\ngo 1.19\n");
        _scratch.CreateFile("module/main.go", "package main\n\nfunc main() { println(42) }\n");
        var file = _scratch["program"];

        await nothing
            .Command("build", "-o", file, ".")
            .WithWorkingDirectory(_scratch["module"])
            .WithVariables(target.Variables.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))
            .WithVariable("CGO_ENABLED", "0")
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        if (target.Platform.Arch == "wasm")
        {
            Assert.Equal("\0asm"u8.ToArray(), (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..4]);
            return;
        }

        var binary = GoBinaryFile.Inspect(file);
        Assert.Equal(target.Platform, binary.Platform);
        Assert.Equal(target.Arm, binary.BuildInfo?.Setting("GOARM")?.Split(',')[0]);
    }
}
