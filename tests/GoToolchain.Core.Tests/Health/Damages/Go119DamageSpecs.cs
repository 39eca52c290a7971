namespace GoToolchain.Core.Tests.Health.Damages;

public sealed class Go119DamageSpecs(DamageableGo fixture) : DamageSpecs(fixture, "1.19", "1.23")
{
    public static IEnumerable<TheoryDataRow<string>> Damages => NamesFor("1.19");

    [Theory]
    [MemberData(nameof(Damages))]
    public Task The_doctor_names_the_cause(string damage) => RequireFindingAsync(damage);

    [Theory]
    [InlineData(HealthLevel.Quick)]
    [InlineData(HealthLevel.Standard)]
    public Task A_healthy_machine_has_no_findings(HealthLevel level) => RequireNoFindingsOnAHealthyMachineAsync(level);
}
