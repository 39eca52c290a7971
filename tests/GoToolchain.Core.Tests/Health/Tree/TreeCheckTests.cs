using GoToolchain.Core.Tests.Inspection.Trees;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Tree;

/// <summary>The quick doctor on real trees: code, severity, cure and fix of each kind of damage. No process is started.</summary>
public sealed class TreeCheckTests(ExaminedGo trees) : IClassFixture<ExaminedGo>, IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static string Compile { get; } = $"{ExaminedGo.ToolDirectory}/compile{GoPlatform.Host.ExecutableSuffix}";

    private async Task<HealthReport> CheckAsync(string root)
    {
        var options = new GoToolchainOptions
        {
            Host = SandboxMachine.In(_scratch, mayStartProcesses: false),
            Root = root,
            Store = _scratch["store"],
            Sources = [_scratch["none"]],
        };
        return await new GoToolchainManager(options).CheckAsync(
            options: new HealthOptions { Level = HealthLevel.Quick },
            cancel: TestContext.Current.CancellationToken
        );
    }

    private static IEnumerable<HealthCheckResult> OfTree(HealthReport report) =>
        report.Checks.Where(c => c.Id.StartsWith("tree.", StringComparison.Ordinal));

    private async Task<HealthFinding> OnlyFindingAsync(string line, string path, Action<GoRootCopy> damage)
    {
        var copy = await trees.CopyAsync(line);
        try
        {
            damage(copy);
            return Assert.Single(OfTree(await CheckAsync(copy.Root)).SelectMany(c => c.Findings));
        }
        finally
        {
            copy.Restore(path);
        }
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    [InlineData("1.27")]
    public async Task A_healthy_tree_passes_every_check(string line)
    {
        var report = await CheckAsync((await trees.CopyAsync(line)).Root);

        Assert.All(OfTree(report), c => Assert.Equal((HealthOutcome.Passed, c.Id), (c.Outcome, c.Id)));
        Assert.Equal(11, OfTree(report).Count());
    }

    public static TheoryData<string, string, string, HealthSeverity> Damages =>
        new()
        {
            { "delete", Compile, "GOTC6105", HealthSeverity.Error },
            { "truncate", Compile, "GOTC6106", HealthSeverity.Error },
            { "delete", "src/fmt", "GOTC6105", HealthSeverity.Error },
            { "delete", "src/runtime/proc.go", "GOTC6105", HealthSeverity.Error },
            { "empty", "src/fmt/print.go", "GOTC6106", HealthSeverity.Error },
            { "delete", "pkg/include/textflag.h", "GOTC6105", HealthSeverity.Error },
            { "delete", "VERSION", "GOTC6110", HealthSeverity.Warning },
            { "delete", "go.env", "GOTC6111", HealthSeverity.Error },
            { "empty", "go.env", "GOTC6111", HealthSeverity.Error },
            { "other", Compile, "GOTC6108", HealthSeverity.Error },
            { "other", "bin/go" + GoPlatform.Host.ExecutableSuffix, "GOTC6108", HealthSeverity.Error },
            { "other", "VERSION", "GOTC6110", HealthSeverity.Error },
            { "other", "src", "GOTC6108", HealthSeverity.Error },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Each_damage_has_its_code_names_its_place_and_says_what_to_do(
        string damage,
        string path,
        string code,
        HealthSeverity severity
    )
    {
        var other = await TestGo.EnsureAsync("1.22");

        var finding = await OnlyFindingAsync(
            "1.23",
            path,
            copy =>
            {
                switch (damage)
                {
                    case "delete":
                        copy.Delete(path);
                        break;
                    case "truncate":
                        copy.Truncate(path, 0.5);
                        break;
                    case "empty":
                        copy.Write(path, "");
                        break;
                    default:
                        copy.TakeFrom(other.Root, path);
                        break;
                }
            }
        );

        Assert.Equal((code, severity), (finding.Code.Id, finding.Severity));
        Assert.EndsWith(path, finding.Place, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(path), finding.Cause, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Cure, StringComparison.Ordinal);
        Assert.Contains("gotoolchain install 1.23", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_execute_permission_is_given_back_by_the_fix()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission of this kind.");
        var copy = await trees.CopyAsync("1.23");
        copy.SetMode(Compile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        try
        {
            var finding = Assert.Single(OfTree(await CheckAsync(copy.Root)).SelectMany(c => c.Findings));
            Assert.Equal(GoErrorCodes.NotExecutable, finding.Code);

            await finding.Fix!.ApplyAsync(TestContext.Current.CancellationToken);

            Assert.Empty(OfTree(await CheckAsync(copy.Root)).SelectMany(c => c.Findings));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal((UnixFileMode)0b111_101_000, File.GetUnixFileMode(copy[Compile]) | UnixFileMode.UserWrite);
            }
        }
        finally
        {
            copy.Restore(Compile);
        }
    }

    [Fact]
    public async Task Where_there_is_no_GOROOT_the_other_checks_are_blocked_and_the_exit_code_is_2()
    {
        var report = await CheckAsync(_scratch["nothing"]);

        Assert.Equal(2, report.ExitCode);
        Assert.All(OfTree(report).Skip(1), c => Assert.Equal(HealthOutcome.Blocked, c.Outcome));
    }
}
