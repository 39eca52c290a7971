using System.IO.Compression;
using System.Text.Json;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>What others learn from a build: the IDE, dotnet watch, a binary log, and who asks for the doctor.</summary>
public sealed class InsightSpecs(PackageFeed feed)
{
    [Fact]
    public async Task The_up_to_date_check_and_dotnet_watch_get_the_list_by_which_the_build_decides()
    {
        using var solution = new Solution(feed);
        var main = solution.WriteAgent();
        var unused = solution.Write("agent/other/other.go", "package other\n");
        solution.WriteApp();

        // Before the first build nobody knows what belongs to the program.
        var before = await UpToDateInputsAsync(solution);
        Assert.Contains(main, before);
        Assert.Contains(unused, before);

        await solution.DotNetAsync("build", "App");
        var after = await UpToDateInputsAsync(solution);
        Assert.Equal([solution["agent", "go.mod"], main], after.Order(StringComparer.Ordinal));

        solution.Variables["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        var watched = (await solution.DotNetAsync("watch", "--project", "App", "--list")).Split('\n').Select(l => l.Trim()).ToList();
        Assert.Contains(main, watched);
        Assert.Contains(solution["agent", "go.mod"], watched);
        Assert.DoesNotContain(unused, watched);
    }

    [Fact]
    public async Task A_binary_log_holds_the_doctors_matrix_the_environment_and_the_inputs()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp("""<GoSidecar Include="../agent" Env="GOAMD64=v2" />""");

        await solution.DotNetAsync("build", "App", "-bl:" + Log(solution));

        var files = ReadEmbedded(Log(solution));
        var doctor = JsonDocument.Parse(files.Single(f => f.Key.EndsWith("agent.doctor.json", StringComparison.Ordinal)).Value).RootElement;
        Assert.Equal("quick", doctor.GetProperty("level").GetString());
        Assert.NotEmpty(doctor.GetProperty("checks").EnumerateArray());
        var environment = JsonDocument
            .Parse(files.Single(f => f.Key.EndsWith("agent.env.json", StringComparison.Ordinal)).Value)
            .RootElement;
        Assert.Equal(feed.Go.Root, environment.GetProperty("GOROOT").GetString());
        Assert.Equal("v2", environment.GetProperty("GOAMD64").GetString());
        Assert.Equal("0", environment.GetProperty("CGO_ENABLED").GetString());
        var inputs = files.Single(f => f.Key.EndsWith("agent.inputs", StringComparison.Ordinal)).Value;
        Assert.Contains(solution["agent", "main.go"], inputs, StringComparison.Ordinal);

        static string Log(Solution s) => s["build.binlog"];
    }

    [Fact]
    public async Task The_doctor_target_reports_what_is_wrong_with_the_Go_of_the_project()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        var healthy = await solution.DotNetAsync("build", "App", "-t:GoToolchainDoctor", "-p:GoToolchainDoctorLevel=quick");
        Assert.Contains($"Go {feed.Go.Version} in {feed.Go.Root} is healthy", healthy, StringComparison.Ordinal);
        Assert.True(File.Exists(solution["App", "obj", "go", "Debug", $"doctor-{feed.Go.Version}.json"]));

        using var scratch = new ScratchDirectory();
        var copy = GoRootCopy.At(feed.Go, scratch["go"]);
        copy.Delete("src/fmt/print.go");
        var run = await solution.TryDotNetAsync(
            "msbuild",
            "App",
            "-t:GoToolchainDoctor",
            "-p:GoToolchainDoctorLevel=quick",
            $"-p:GoToolchainRoot={copy.Root}"
        );
        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches("App.csproj : error GOTC61\\d\\d: .*src/fmt lacks print.go.* Cure: ", run.Output);

        var unknown = await solution.TryDotNetAsync("msbuild", "App", "-t:GoToolchainDoctor", "-p:GoToolchainDoctorLevel=7");
        Assert.Contains("error GOTC1003: GoToolchainDoctorLevel is `7`.", unknown.Output, StringComparison.Ordinal);
    }

    private static async Task<List<string>> UpToDateInputsAsync(Solution solution)
    {
        var json = await solution.DotNetAsync(
            "msbuild",
            "App",
            "-restore",
            "-t:_GoCollectUpToDateCheckItems",
            "-p:DesignTimeBuild=true",
            "-getItem:UpToDateCheckInput"
        );
        return
        [
            .. JsonDocument
                .Parse(json)
                .RootElement.GetProperty("Items")
                .GetProperty("UpToDateCheckInput")
                .EnumerateArray()
                .Where(i => i.GetProperty("Set").GetString() == "Go")
                .Select(i => i.GetProperty("Identity").GetString()!),
        ];
    }

    // A binary log is compressed as a whole, and the files in it are a zip archive among its records.
    private static Dictionary<string, string> ReadEmbedded(string log)
    {
        using var compressed = new GZipStream(File.OpenRead(log), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        compressed.CopyTo(memory);
        var content = memory.ToArray();
        for (var start = content.AsSpan().IndexOf("PK\u0003\u0004"u8); ; )
        {
            try
            {
                using var archive = new ZipArchive(new MemoryStream(content, start, content.Length - start));
                return archive.Entries.ToDictionary(e => e.FullName, Read);
            }
            catch (InvalidDataException)
            {
                // These four bytes may occur elsewhere.
                start += 1 + content.AsSpan(start + 1).IndexOf("PK\u0003\u0004"u8);
            }
        }

        static string Read(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }
}
