using System.Globalization;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>Every kind of damage, really done to a real Go: the doctor names the cause. One class for each line of Go.</summary>
/// <param name="fixture">Holds the copy that is damaged.</param>
/// <param name="line">The line of Go that is damaged.</param>
/// <param name="otherLine">The line that foreign parts are taken from.</param>
public abstract class DamageSpecs(DamageableGo fixture, string line, string otherLine) : IClassFixture<DamageableGo>
{
    private static readonly IReadOnlyList<Damage> s_everything = [.. TreeDamages.All, .. SurroundingDamages.All];

    protected static IEnumerable<TheoryDataRow<string>> NamesFor(string line)
    {
        var minor = int.Parse(line.Split('.')[1], CultureInfo.InvariantCulture);
        return s_everything.Where(d => minor >= d.Since && minor <= d.Until).Select(d => new TheoryDataRow<string>(d.Name));
    }

    protected async Task RequireNoFindingsOnAHealthyMachineAsync(HealthLevel level)
    {
        using var machine = await CreateMachineAsync();

        var report = await machine.Manager.CheckAsync(
            options: new HealthOptions { Level = level },
            cancel: TestContext.Current.CancellationToken
        );

        Assert.Equal(machine.Version, report.Subject?.Version);
        Assert.Empty(report.Findings.Select(f => $"{f.Code} {f.Cause} [{f.Place}]"));
        Assert.DoesNotContain(report.Checks, c => c.Outcome == HealthOutcome.Blocked);
    }

    protected async Task RequireFindingAsync(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var damage = s_everything.Single(d => d.Name == name);
        using var machine = await CreateMachineAsync();
        try
        {
            damage.Do(machine);

            var report = await machine.Manager.CheckAsync(options: new HealthOptions { Level = damage.Level }, cancel: cancel);

            await DamageRow.RecordAsync(line, damage, machine, report, cancel);
            var findings = report.Findings.Where(f => f.Severity == HealthSeverity.Error || damage.IsWarning).ToList();
            var text = string.Join("\n", report.Findings.Select(f => $"{f.Severity} {f.Code} {f.Cause} [{f.Place}] {f.Cure}"));
            Assert.True(findings.Count > 0, $"No finding. {text}");
            Assert.True(findings[0].Code == damage.Code, $"{damage.Code} comes not first:\n{text}");
            Assert.All(damage.Words, word => Assert.Contains(word, findings[0].Cause, StringComparison.Ordinal));
            Assert.True(findings.Count <= 3, $"One cause, too many findings:\n{text}");
            Assert.Equal(!damage.IsWarning, !report.IsHealthy);
            if (line == DamageRow.PageLine)
            {
                await DamageRow.RequireOnPageAsync(damage, machine, report, cancel);
            }
        }
        finally
        {
            if (machine.IsSpoiled)
            {
                fixture.Drop();
            }
        }
    }

    private async Task<DamagedMachine> CreateMachineAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The damages are done with the modes, links and pipes of Unix.");
        var (go, other) = (await TestGo.EnsureAsync(line), await TestGo.EnsureAsync(otherLine));
        return new DamagedMachine(fixture.Take(go), go.Version, other);
    }
}
