using GoToolchain.Fixtures;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Health;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class HealthTableTests
{
    [Fact]
    public void On_a_terminal_of_80_columns_every_line_fits() => Snapshot.Matches(Write(SampleReport.Create(), 80), "doctor-80.txt");

    [Fact]
    public void Redirected_nothing_is_cut_or_wrapped() => Snapshot.Matches(Write(SampleReport.Create(), null), "doctor-wide.txt");

    [Fact]
    public void No_line_is_wider_than_the_terminal()
    {
        foreach (var width in (int[])[80, 100, 120])
        {
            var lines = Write(SampleReport.Create(), width).Split('\n');
            Assert.All(lines, line => Assert.True(line.Length <= width, $"{width}: {line}"));
        }
    }

    [Fact]
    public void Where_there_is_no_go_it_says_so()
    {
        var sample = SampleReport.Create();
        var finding = new HealthFinding(GoErrorCodes.NotFound, "No Go is on this machine.", "Run `gotoolchain install`.");
        var check = sample.Checks[0] with { Outcome = HealthOutcome.Failed, Found = "none", Findings = [finding] };

        var text = Write(sample with { Subject = null, Checks = [check, sample.Checks[3]] }, 80);

        Assert.StartsWith("There is no Go to examine on this linux/amd64 machine.\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "    error GOTC1004: No Go is on this machine.\n      cure: Run `gotoolchain install`.\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("not healthy: 1 error; ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_blocked_names_the_failure_at_which_it_began()
    {
        var sample = SampleReport.Create();
        var last = sample.Checks[3] with { Id = "run.last", Title = "Last", BlockedBy = ["run.program"] };

        var text = Write(sample with { Checks = [.. sample.Checks, last] }, width: null);

        Assert.Matches("\nblocked  Last +needs: Programs may run\n", text);
    }

    [Fact]
    public void Warnings_alone_are_healthy()
    {
        var sample = SampleReport.Create();

        Assert.Contains(
            "\nhealthy: 1 warning; 1 check in 1.2 s.\n",
            Write(sample with { Checks = [sample.Checks[2]] }, 80),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void After_repairs_it_says_what_was_done_and_does_not_offer_them_again()
    {
        var sample = SampleReport.Create();
        var failed = new GoToolchainException(GoErrorCodes.FixFailed, "It is locked.", "/x", "Unlock it.");
        HealthFixResult[] fixes =
        [
            new(sample.Checks[1].Findings[0], "Made it executable again."),
            new(sample.Checks[2].Findings[0], failed.Problem) { Failure = failed },
        ];

        var text = Write(sample with { Fixes = fixes }, 80, fixes);

        Assert.StartsWith(
            "Put right:\n  GOTC6107: Made it executable again.\n\nCould not be put right:\n  GOTC6203: It is locked.\n    next: Unlock it.\n\nGo 1.24.4",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("gotoolchain doctor --fix", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_strangers_cannot_steer_the_terminal()
    {
        var text = Write(SampleReport.CreateHostile(), 80);

        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.Contains("␛[31m", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_column_never_breaks_a_path()
    {
        var path = "/" + new string('p', 100);
        var sample = SampleReport.Create();
        var finding = sample.Checks[1].Findings[0] with { Place = path };

        var text = Write(
            sample with
            {
                Checks = [sample.Checks[1] with { Findings = [finding] }, sample.Checks[4] with { Found = $"There is none in {path}." }],
            },
            80
        );

        Assert.Contains(path + "\n", text, StringComparison.Ordinal);
        Assert.Contains(path + ".\n", text, StringComparison.Ordinal);
    }

    private static string Write(HealthReport report, int? width, IReadOnlyList<HealthFixResult>? fixes = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var table = new HealthTable(writer, width, new Paint(lively: false));
        table.WriteFixes(fixes ?? []);
        table.Write(report);
        return writer.ToString();
    }
}
