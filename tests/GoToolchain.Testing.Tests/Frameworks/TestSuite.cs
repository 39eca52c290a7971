using GoToolchain.Engineering;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>A small test project of a user, for one framework, built once and run by the real <c>dotnet test</c>.</summary>
internal sealed class TestSuite : IDisposable
{
    private readonly ScratchDirectory _directory = new("suite");
    private readonly bool _usesTestingPlatform;
    private readonly PackageFeed _feed;

    private TestSuite(string framework, PackageFeed feed) => (_usesTestingPlatform, _feed) = (framework == "XunitV3", feed);

    public static async Task<TestSuite> BuildAsync(string framework, PackageFeed feed)
    {
        var suite = new TestSuite(framework, feed);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Frameworks", "Projects", framework)))
        {
            File.Copy(file, suite._directory[Path.GetFileName(file)]);
        }

        await File.WriteAllTextAsync(suite._directory["nuget.config"], feed.NuGetConfig);
        var build = await suite.DotNetAsync(["build"], new Dictionary<string, string?>());
        Assert.True(build.ExitCode == 0, build.Output);
        return suite;
    }

    /// <summary>Runs the suite.</summary>
    /// <param name="variables">The environment in which it finds, or does not find, a Go.</param>
    /// <returns>What the report of the run says.</returns>
    public async Task<TestReport> RunAsync(IReadOnlyDictionary<string, string?> variables)
    {
        var results = Directory.CreateDirectory(_directory["results"]).FullName;
        string[] report = _usesTestingPlatform
            ? ["--results-directory", results, "--report-xunit-trx", "--report-xunit-trx-filename", "suite.trx"]
            : ["--results-directory", results, "--logger", "trx;LogFileName=suite.trx"];
        var file = Path.Combine(results, "suite.trx");
        File.Delete(file);
        var run = await DotNetAsync(["test", "--no-build", .. report], variables);
        var read = TestReport.Read("suite", file);
        Assert.True(read is not null, run.Output);
        return read;
    }

    public void Dispose() => _directory.Dispose();

    private Task<DotNetRun> DotNetAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables)
    {
        var all = new Dictionary<string, string?>(variables) { ["NUGET_PACKAGES"] = _feed.Packages };
        return DotNetCommand.RunAsync(_directory.Root, arguments, all, TestContext.Current.CancellationToken);
    }
}
