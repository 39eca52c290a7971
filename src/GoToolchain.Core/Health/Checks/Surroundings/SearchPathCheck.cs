using GoToolchain.Environments.Search;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Is every entry of PATH what its writer meant, and are installed programs found?</summary>
internal sealed class SearchPathCheck : SurroundingCheck
{
    public override string Id => "env.path";

    public override string Title => "PATH leads to Go's programs";

    protected override string Ran => "take PATH apart";

    protected override string Expected => "absolute directories, with that of `go install` among them";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        foreach (var entry in SearchPathReader.Read(context.Host, startFiles: null))
        {
            if (Problem(entry, context.Host) is { } problem)
            {
                yield return Warning($"Entry {entry.Position} of PATH {problem}.", "Take it out of PATH where PATH is set.");
            }
        }

        if (surroundings.Install is { Path: { } directory, IsOnSearchPath: false } && HasPrograms(directory))
        {
            yield return Warning(
                $"`go install` has put programs into {directory}, which is not on PATH.",
                $"Add {directory} to PATH: `gotoolchain env install` does."
            );
        }
    }

    private static HealthFinding Warning(string cause, string cure) =>
        new(GoErrorCodes.SearchPathWrong, cause, cure) { Severity = HealthSeverity.Warning, Place = "PATH" };

    // Directories that do not exist are usual; only one that was meant for Go is worth a word.
    private static string? Problem(SearchPathEntry entry, HostMachine host) =>
        entry.State switch
        {
            SearchPathEntryState.Empty => "is empty: the shell runs what lies in the current directory",
            SearchPathEntryState.Relative => $"is `{entry.Directory}`, a relative path: what it means changes with the current directory",
            SearchPathEntryState.Tilde => $"is `{entry.Directory}`, with a ~ that no shell has replaced",
            SearchPathEntryState.Missing when GoBinShape.Is(entry.Directory, host) => $"is {entry.Directory}, a Go that does not exist",
            SearchPathEntryState.NotDirectory => $"is {entry.Directory}, which is no directory",
            _ => null,
        };

    private static bool HasPrograms(string directory)
    {
        try
        {
            return Directory.Exists(directory) && Directory.EnumerateFiles(directory).Take(100).Any(Environments.ProgramSearch.IsProgram);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
