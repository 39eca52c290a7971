using GoToolchain.Engineering;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>
/// A small test project of a user, for one framework: with our packages from a feed, built once by the real <c>dotnet build</c>, and its assembly run
/// by the real <c>dotnet test</c>.
/// </summary>
internal sealed class BuiltSuite : IDisposable
{
    private readonly ScratchDirectory _directory = new("suite");
    private readonly SuiteFramework _framework;

    private readonly PackageFeed _feed;

    private BuiltSuite(SuiteFramework framework, PackageFeed feed) => (_framework, _feed) = (framework, feed);

    /// <summary>What the build said.</summary>
    public string BuildOutput { get; private set; } = "";

    public static async Task<BuiltSuite> BuildAsync(
        SuiteFramework framework,
        PackageFeed feed,
        IReadOnlyDictionary<string, string?> variables
    )
    {
        var suite = new BuiltSuite(framework, feed);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Frameworks", "Projects", framework.Name)))
        {
            suite._directory.CreateFile("project/" + Path.GetFileName(file), await File.ReadAllTextAsync(file));
        }

        await feed.ConfigureAsync(suite._directory["project"]);
        var build = await DotNetCommand.RunAsync(
            suite._directory["project"],
            ["build", "--output", suite._directory["built"]],
            new Dictionary<string, string?>(variables) { ["NUGET_PACKAGES"] = feed.Packages },
            TestContext.Current.CancellationToken
        );
        Assert.True(build.ExitCode == 0, build.Output);
        suite.BuildOutput = build.Output;
        return suite;
    }

    /// <summary>Runs one target of the project, which was restored when it was built.</summary>
    public async Task BuildTargetAsync(string target, IReadOnlyDictionary<string, string?> variables, params string[] properties)
    {
        var build = await DotNetCommand.RunAsync(
            _directory["project"],
            ["msbuild", "-target:" + target, .. properties],
            new Dictionary<string, string?>(variables) { ["NUGET_PACKAGES"] = _feed.Packages },
            TestContext.Current.CancellationToken
        );
        Assert.True(build.ExitCode == 0, build.Output);
    }

    /// <summary>A copy of what was built, under a name of its own: another assembly file, for another run at the same time.</summary>
    public string Copy(string name)
    {
        var copy = _directory.CreateDirectory(name);
        foreach (var file in Directory.EnumerateFiles(_directory["built"], "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_directory["built"], file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Runs the suite.</summary>
    /// <param name="platform">What <c>dotnet test</c> hands it to.</param>
    /// <param name="variables">The environment in which it finds, or does not find, a Go.</param>
    /// <param name="only">The one test to run; null: all.</param>
    /// <param name="built">The directory of the assembly; null: where it was built.</param>
    public async Task<SuiteRun> RunAsync(
        TestPlatform platform,
        IReadOnlyDictionary<string, string?> variables,
        string? only = null,
        string? built = null
    )
    {
        built ??= _directory["built"];
        var place = _directory.CreateDirectory("runs/" + Guid.NewGuid().ToString("N"));
        var runner = platform == TestPlatform.VSTest ? "VSTest" : "Microsoft.Testing.Platform";
        await File.WriteAllTextAsync(Path.Combine(place, "global.json"), $$"""{ "test": { "runner": "{{runner}}" } }""");
        string[] assembly =
            platform == TestPlatform.VSTest
                ? [Path.Combine(built, "Suite.dll")]
                : ["--root-directory", built, "--test-modules", "Suite.dll"];
        var run = await DotNetCommand.RunAsync(
            place,
            ["test", .. assembly, .. _framework.Report(platform, place), .. only is null ? [] : _framework.Filter(platform, only)],
            variables,
            TestContext.Current.CancellationToken
        );
        var trx = Path.Combine(place, "suite.trx");
        var report = TestReport.Read("suite", trx);
        Assert.True(report is not null, run.Output);
        var attachments = Directory.GetFiles(place, "*", SearchOption.AllDirectories).Where(f => f != trx);
        return new SuiteRun(run.ExitCode, report, run.Output, await File.ReadAllTextAsync(trx), [.. attachments]);
    }

    public void Dispose() => _directory.Dispose();
}
