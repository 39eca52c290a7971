using System.Security.Cryptography;
using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Health.Checks.Tree;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Is there room for the files of the checks that run something? All of them need it.</summary>
internal sealed class ScratchCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.scratch";

    // What a small program and its objects take; random, for some file systems store zeros in no space.
    private const int Bytes = 8 << 20;

    public string Id => Name;

    public string Title => "There is room for temporary files";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [RootCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var file = Path.Combine(context.Scratch, "room");
        try
        {
            await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(Bytes), cancel).ConfigureAwait(false);
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ScratchFiles.Failure(context, e);
        }

        _ = CleanEnvironment.Of(context);
        return new CheckAnswer($"write {Bytes >> 20} MiB", "room for them", context.Scratch);
    }
}
