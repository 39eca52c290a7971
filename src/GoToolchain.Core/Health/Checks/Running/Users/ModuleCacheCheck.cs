using GoToolchain.Execution;
using GoToolchain.Inspection;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>Can modules be put into the module cache?</summary>
internal sealed class ModuleCacheCheck : IHealthCheck
{
    public string Id => "run.module-cache";

    public string Title => "The module cache can be written";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [UserEnvironmentCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var go = Processes.GoProcesses.Of(context);
        var said = await go.RunAsUserAsync(context.Scratch, ["env", "GOMODCACHE"], UserEnvironment.Offline, cancel).ConfigureAwait(false);
        var directory = said.Output.Trim();
        var answer = new CheckAnswer(said.Ran, "a directory in which a file can be made", directory);
        if (!said.Succeeded || !Path.IsPathFullyQualified(directory))
        {
            return CheckAnswer.NotApplicable("`go env GOMODCACHE` names no directory.");
        }

        return Problem(directory) is { } why
            ? answer with
            {
                Found = why,
                Findings =
                [
                    new HealthFinding(
                        GoErrorCodes.PlaceNotWritable,
                        $"The module cache {directory} cannot be written, so that no module can be downloaded: {why}",
                        "Make it this user's own (files that were made with sudo are the usual cause), or let GOMODCACHE name another directory."
                    )
                    {
                        Place = directory,
                    },
                ],
            }
            : answer;
    }

    // Where it does not exist yet, Go has to make it: then the nearest directory that exists decides.
    private static string? Problem(string directory)
    {
        var place = directory;
        while (FileFacts.Of(place).Kind == FileKind.Missing && Path.GetDirectoryName(place) is { } parent)
        {
            place = parent;
        }

        if (FileFacts.Of(place).Kind != FileKind.Directory)
        {
            return $"{place} is not a directory.";
        }

        try
        {
            using var file = File.Create(Path.Combine(place, $".gotoolchain-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
