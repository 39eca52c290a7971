using System.Text.Json;

namespace GoToolchain.MSBuild.Testing;

/// <summary>All that <c>go test -json</c> said on its standard output.</summary>
internal sealed class TestRunResult
{
    private readonly Dictionary<string, PackageResult> _packages = new(StringComparer.Ordinal);

    /// <summary>Keeps what tests print that pass. Default: no.</summary>
    public bool KeepsOutput { get; init; }

    /// <summary>In the order in which they began.</summary>
    public List<PackageResult> Packages { get; } = [];

    /// <summary>The lines in which compilers and go speak, as they came: JSON where go has it for them (1.24), else plain.</summary>
    public List<string> BuildOutput { get; } = [];

    /// <summary>Takes one line of the output.</summary>
    public void Read(string line)
    {
        if (!line.StartsWith('{') || Parse(line) is not { Action.Length: > 0 } said)
        {
            // Before Go 1.24 what is not JSON says that a package does not compile: `FAIL package [build failed]`.
            ReadPlain(line);
        }
        else if (said.Action == "build-output")
        {
            BuildOutput.Add(line);
        }
        else if (said.Package.Length > 0)
        {
            Read(said);
        }
    }

    private void Read(GoTestEvent said)
    {
        var package = Package(said.Package);
        package.BuildFailed |= said.FailedBuild.Length > 0;
        switch (said.Action)
        {
            case "output":
                AddOutput(package, said);
                break;
            case "run" when said.Test.Length > 0:
                _ = package.Test(said.Test);
                break;
            case "pass" or "fail" or "skip" or "bench" when said.Test.Length > 0:
                End(package.Test(said.Test), said);
                break;
            case "pass" or "fail" or "skip":
                package.Outcome = Outcome(said.Action);
                package.Elapsed = said.Elapsed;
                break;
            default:
                break;
        }
    }

    private static void AddOutput(PackageResult package, GoTestEvent said)
    {
        var line = new OutputLine(said.Output.TrimEnd('\n', '\r'), said.OutputType);
        package.BuildFailed |= said.Test.Length == 0 && IsBuildFailure(line.Text);
        (said.Test.Length > 0 ? package.Test(said.Test).Output : package.Output).Add(line);
    }

    private void End(TestResult test, GoTestEvent said)
    {
        test.Outcome = Outcome(said.Action);
        test.Elapsed = said.Elapsed;
        if (test.Outcome == TestOutcome.Passed && !KeepsOutput)
        {
            test.Output.Clear();
        }
    }

    private void ReadPlain(string line)
    {
        if (IsBuildFailure(line) && line.Split('\t') is { Length: > 1 } fields)
        {
            var package = Package(fields[1].Split(' ')[0]);
            package.BuildFailed = true;
            package.Outcome = TestOutcome.Failed;
        }
        else if (line.Length > 0 && line != "FAIL")
        {
            BuildOutput.Add(line);
        }
    }

    private PackageResult Package(string path)
    {
        if (!_packages.TryGetValue(path, out var package))
        {
            _packages.Add(path, package = new PackageResult(path));
            Packages.Add(package);
        }

        return package;
    }

    private static bool IsBuildFailure(string line) =>
        line.StartsWith("FAIL\t", StringComparison.Ordinal)
        && (line.EndsWith("[build failed]", StringComparison.Ordinal) || line.EndsWith("[setup failed]", StringComparison.Ordinal));

    private static TestOutcome Outcome(string action) =>
        action switch
        {
            "fail" => TestOutcome.Failed,
            "skip" => TestOutcome.Skipped,
            _ => TestOutcome.Passed,
        };

    private static GoTestEvent? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GoTestEventJson.Default.GoTestEvent);
        }
        catch (JsonException)
        {
            // A program may print anything on the output that it shares with go; it is shown as it is.
            return null;
        }
    }
}
