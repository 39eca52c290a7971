using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>The sample with ASP.NET Core and GoToolchain.Sidecar: run as its README says, and as it is published.</summary>
public sealed partial class SidecarWebSampleSpecs
{
    private static readonly string s_sample = RepositoryRoot.File("samples", "SidecarWeb");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task It_runs_with_one_command_and_survives_a_kill_of_its_sidecar() =>
        RunAsync(
            "dotnet",
            "run",
            "--project",
            s_sample,
            "--configuration",
            RepositoryRoot.Configuration,
            "--",
            "--urls",
            "http://127.0.0.1:0"
        );

    [Theory]
    [InlineData("-p:PublishAot=true")]
    [InlineData("-p:PublishTrimmed=true;PublishSingleFile=true;SelfContained=true")]
    public async Task It_does_the_same_when_it_is_compiled_ahead_of_time_or_trimmed(string properties)
    {
        Assert.SkipUnless(TestMatrix.IsFull, "GOTC_TEST_MATRIX=full publishes it, which takes minutes.");
        using var scratch = new ScratchDirectory();
        var rid = GoPlatform.Host.RuntimeIdentifier!;
        var publish = await DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            ["publish", s_sample, "-r", rid, properties, "-p:TreatWarningsAsErrors=true", "-o", scratch.Root],
            await VariablesAsync(),
            Cancel
        );
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.False(File.Exists(scratch["SidecarWeb.dll"]));

        await RunAsync(scratch["SidecarWeb" + GoPlatform.Host.ExecutableSuffix], "--urls", "http://127.0.0.1:0");
    }

    private static async Task<Dictionary<string, string?>> VariablesAsync() =>
        new()
        {
            // log/slog came with Go 1.21.
            ["GoToolchainRoot"] = (await TestGo.EnsureAsync("1.23")).Root,
            ["GOROOT"] = null,
            ["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE"),
            ["GOPATH"] = TestGo.Host.GetVariable("GOPATH"),
        };

    private static async Task RunAsync(string program, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The application is looked up in /proc.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in await VariablesAsync())
        {
            start.Environment[name] = value;
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await ReadAddressAsync(process) };
            Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancel));
            var first = await ReadSidecarAsync(client, other: 0);
            await ExpectPictureAsync(client);

            Kill(first, "KILL");
            var second = await ReadSidecarAsync(client, other: first);
            await ExpectPictureAsync(client);

            // The application, which is not the process that was started when that is `dotnet run`.
            var stat = await File.ReadAllTextAsync($"/proc/{second}/stat", Cancel);
            Kill(int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture), "TERM");
            await process.StandardOutput.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            Assert.Equal(0, process.ExitCode);
            Assert.False(Directory.Exists($"/proc/{second}"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        var output = "";
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            output += line + "\n";
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException($"It ended before it listened:\n{output}");
    }

    // Waits for another one.
    private static async Task<int> ReadSidecarAsync(HttpClient client, int other)
    {
        for (; ; await Task.Delay(10, Cancel))
        {
            var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
            if (
                ReadySidecar().Match(page) is { Success: true } match
                && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var id
                && id != other
            )
            {
                return id;
            }
        }
    }

    private static async Task ExpectPictureAsync(HttpClient client)
    {
        var picture = await client.GetByteArrayAsync(new Uri("/identicon/go%20pher%26x.png", UriKind.Relative), Cancel);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
    }

    private static void Kill(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex ListeningLine();

    [GeneratedRegex(@"is Ready, process (\d+)\.")]
    private static partial Regex ReadySidecar();
}
