namespace GoToolchain.MSBuild.Testing;

/// <summary>The tests of one package.</summary>
/// <param name="path">Its import path.</param>
internal sealed class PackageResult(string path)
{
    private readonly Dictionary<string, TestResult> _tests = new(StringComparer.Ordinal);

    public string Path { get; } = path;

    /// <summary>In the order in which they began.</summary>
    public List<TestResult> Tests { get; } = [];

    /// <summary>What its test program printed outside of tests.</summary>
    public BoundedLines Output { get; } = new();

    public TestOutcome Outcome { get; set; }

    /// <summary>Seconds.</summary>
    public double Elapsed { get; set; }

    /// <summary>It was not run, for it, or what it needs, does not compile.</summary>
    public bool BuildFailed { get; set; }

    public TestResult Test(string name)
    {
        if (!_tests.TryGetValue(name, out var test))
        {
            _tests.Add(name, test = new TestResult(Path, name));
            Tests.Add(test);
        }

        return test;
    }

    /// <summary>Those that count: what only groups others does not, unless it failed by itself.</summary>
    public IEnumerable<TestResult> Counted()
    {
        var groups = Tests.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        var failedGroups = Tests.Where(t => t.Outcome == TestOutcome.Failed).SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        return Tests.Where(t => !groups.Contains(t.Name) || (t.Outcome == TestOutcome.Failed && !failedGroups.Contains(t.Name)));
    }

    private static IEnumerable<string> Above(TestResult test)
    {
        for (var slash = test.Name.LastIndexOf('/'); slash > 0; slash = test.Name.LastIndexOf('/', slash - 1))
        {
            yield return test.Name[..slash];
        }
    }
}
