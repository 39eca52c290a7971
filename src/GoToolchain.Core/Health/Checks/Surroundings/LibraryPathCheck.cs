using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does LD_LIBRARY_PATH lead to directories that are there?</summary>
internal sealed class LibraryPathCheck : SurroundingCheck
{
    public override string Id => "env.library-path";

    public override string Title => "LD_LIBRARY_PATH leads somewhere";

    protected override string Ran => "take LD_LIBRARY_PATH apart";

    protected override string Expected => "not set, or absolute directories that exist";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (context.Host.Platform.IsWindows || context.Host.GetVariable("LD_LIBRARY_PATH") is not { } list)
        {
            yield break;
        }

        var line = surroundings.StartFiles.Of("LD_LIBRARY_PATH").FirstOrDefault(s => s.IsCurrent);
        var setBy = line is null ? "" : $" ({line.Place})";
        var cure = line is null ? "Take it out of LD_LIBRARY_PATH where that is set." : $"Correct the line {line.Place}.";
        foreach (var entry in list.Split(':', ';'))
        {
            var problem =
                entry.Length == 0 ? "an empty entry, which stands for the current directory"
                : !GoFilePath.IsAbsolute(entry) ? $"the relative path `{entry}`, which changes with the current directory"
                : !Directory.Exists(entry) ? $"{entry}, which does not exist: what was to be found there is not, or an older copy is"
                : null;
            if (problem is not null)
            {
                yield return new HealthFinding(GoErrorCodes.LibraryPathWrong, $"LD_LIBRARY_PATH{setBy} holds {problem}.", cure)
                {
                    Severity = HealthSeverity.Warning,
                    Place = line?.Place ?? "LD_LIBRARY_PATH",
                };
            }
        }
    }
}
