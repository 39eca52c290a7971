using GoToolchain.Health;

namespace GoToolchain.Core.Tests.Health;

/// <summary>A check that does what a test wants.</summary>
internal sealed class ScriptedCheck(string id, Func<HealthContext, CancellationToken, Task<CheckAnswer>> run, params string[] needs)
    : IHealthCheck
{
    public string Id => id;

    public string Title => $"The check {id}";

    public HealthLevel Level { get; init; } = HealthLevel.Quick;

    public IReadOnlyList<string> Needs => needs;

    public bool HasRun { get; private set; }

    public static CheckAnswer Fine { get; } = new("look", "fine", "fine");

    public static ScriptedCheck That(string id, CheckAnswer answers, params string[] needs) =>
        new(id, (_, _) => Task.FromResult(answers), needs);

    public static CheckAnswer Finding(HealthSeverity severity) =>
        new("look", "fine", "broken")
        {
            Findings = [new HealthFinding(GoErrorCodes.PartMissing, "A part is missing.", "Put it back.") { Severity = severity }],
        };

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        HasRun = true;
        return await run(context, cancel);
    }
}
