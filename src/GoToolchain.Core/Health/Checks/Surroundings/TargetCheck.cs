namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does Go build for this machine, or does somebody set another platform for good?</summary>
internal sealed class TargetCheck : SurroundingCheck
{
    public override string Id => "env.target";

    public override string Title => "Go builds for this machine";

    protected override string Ran => "read GOOS and GOARCH";

    protected override string Expected => "not set, or this machine's";

    protected override string Seen(GoSurroundings surroundings) => surroundings.Values.Target.ToString();

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        var host = context.Host.Platform;
        return new[]
        {
            Problem(surroundings, "GOOS", host.Os, GoPlatformWords.Systems.Contains),
            Problem(surroundings, "GOARCH", host.Arch, GoPlatformWords.Architectures.Contains),
        }.OfType<HealthFinding>();
    }

    private static HealthFinding? Problem(GoSurroundings surroundings, string name, string own, Func<string, bool> isKnown)
    {
        if (SetVariable.Find(surroundings, name) is not { } set || set.Value == own)
        {
            return null;
        }

        return isKnown(set.Value)
            ? set.Finding(
                GoErrorCodes.ForeignTarget,
                $"so that every build is for {surroundings.Values.Target}, and programs do not run on this machine, which is {surroundings.Host.Platform}",
                severity: set.IsForGood ? HealthSeverity.Error : HealthSeverity.Warning
            )
            : set.Finding(GoErrorCodes.InvalidVariable, "which no Go knows, so that nothing can be built");
    }
}
