using GoToolchain.Environments;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>
/// Finds the one setting that makes a command fail in the user's environment that works in a clean one: takes one after the other out, and looks
/// whether it works then.
/// </summary>
/// <param name="context">The examination.</param>
/// <param name="works">Whether the command works with these changes to the environment of the host.</param>
internal sealed class CulpritSearch(HealthContext context, Func<IReadOnlyDictionary<string, string?>, Task<bool>> works)
{
    private readonly UserEnvironment _environment = new(context);

    /// <summary>Searches.</summary>
    /// <param name="failed">The run that failed: what its messages name comes first.</param>
    /// <returns>Null when no single setting is at fault.</returns>
    public async Task<Culprit?> FindAsync(ProcessResult failed)
    {
        Directory.CreateDirectory(Path.Combine(context.Scratch, "home"));
        var file = UserSettings.Of(context).UserFile;
        if (file.Lines.Count > 0 && await works(UserEnvironment.WithFile("off")).ConfigureAwait(false))
        {
            return await FindLineAsync(file).ConfigureAwait(false);
        }

        var set = _environment
            .Suspects.OrderByDescending(n => failed.Messages.Contains(n, StringComparison.Ordinal))
            .ThenBy(n => _environment.Value(n) is null);
        foreach (var name in set)
        {
            if (await works(_environment.Without(name)).ConfigureAwait(false))
            {
                return new Culprit(name, _environment.Value(name));
            }
        }

        return null;
    }

    private async Task<Culprit?> FindLineAsync(GoEnvFile file)
    {
        foreach (var key in file.Lines.Select(l => l.Key).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var rest = string.Concat(file.Lines.Where(l => l.Key is not null && l.Key != key).Select(l => $"{l.Key}={l.Value}\n"));
            var copy = Path.Combine(ScratchFiles.Write(context, "go-env", new() { ["env"] = rest }), "env");
            if (await works(UserEnvironment.WithFile(copy)).ConfigureAwait(false))
            {
                var line = file.Find(key)!;
                return new Culprit(key, line.Value, file.Path, line.Number);
            }
        }

        return new Culprit("GOENV", file.Path, file.Path, 1);
    }
}
