using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Health.Checks.Tree;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Is there room for the files of the checks that run something? All of them need it.</summary>
internal sealed class ScratchCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.scratch";

    public string Id => Name;

    public string Title => "There is room for temporary files";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [RootCheck.Name];

    public ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        // The place is made at its first use, and only where there is room.
        var place = context.Scratch;
        _ = CleanEnvironment.Of(context);
        return ValueTask.FromResult(new CheckAnswer($"write {ScratchPlace.LeastSpace >> 20} MiB", "room for them", place));
    }
}
