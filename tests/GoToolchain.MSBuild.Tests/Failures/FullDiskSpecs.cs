using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Tests.Failures;

public sealed class FullDiskSpecs
{
    // The mount is seen by go alone, and is gone with it.
    private const string Script = """mount -t tmpfs -o size=200k tmpfs "$1" && shift && exec "$@" """;

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.24")]
    public async Task A_disk_without_room_for_the_program_is_told_apart(string line)
    {
        var unshare = TestGo.Host.FindOnPath("unshare");
        Assert.SkipWhen(unshare is null, "It takes unshare of util-linux.");
        var probe = await RunAsync(unshare, ["true"]);
        Assert.SkipUnless(probe.ExitCode == 0, $"This user may not mount a small file system of its own: {probe.StandardError}");
        var go = await TestGo.EnsureAsync(line);
        using var scratch = new ScratchDirectory();
        GoFailure.Of("func main() { println(\"much\") }\n").Write(scratch.Root);
        var small = scratch.CreateDirectory("small");
        var json = GoBuildOutput.HasJson(go.Version);
        string[] arguments = ["build", .. json ? ["-json"] : Array.Empty<string>(), "-o", scratch["out"], "."];

        var result = await RunAsync(unshare, ["sh", "-c", Script, "sh", small, go.GoExecutable, .. arguments], go, scratch["agent"], small);

        var (diagnostics, printed) = FailedBuild.Read(result, json, new GoBuildSite(scratch["agent"], scratch["agent", "go.mod"], go.Root));
        Assert.True(diagnostics is [{ Code.Id: "GOTC3022" }], string.Join('\n', diagnostics) + printed);
        Assert.Contains("no space left on device", diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static async Task<BufferedCommandResult> RunAsync(
        string unshare,
        string[] arguments,
        GoInstallation? go = null,
        string directory = "/",
        string? temporary = null
    )
    {
        var command = go?.Command().WithVariable("GOTMPDIR", temporary).ToCommand() ?? TestGo.Host.CreateCommand(unshare);
        return await command
            .WithTargetFile(unshare)
            .WithArguments(["--map-root-user", "--mount", .. arguments])
            .WithWorkingDirectory(directory)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }
}
