using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Apt;

/// <summary>The package lists of the distribution's archive, below our store; fetched and checked by apt.</summary>
/// <param name="host">The machine.</param>
/// <param name="apt">apt.</param>
/// <param name="directory">Where its files are: absolute.</param>
/// <param name="suite">Exactly this suite; null: the configured ones and the backports.</param>
/// <param name="logger">Where to log.</param>
internal sealed class AptIndex(HostMachine host, PrivateApt apt, string directory, string? suite, ILogger logger)
{
    // After a refresh that failed for a part of the lists only (a suite without backports, say), try that part again sooner.
    private static readonly TimeSpan s_retryPart = TimeSpan.FromMinutes(10);

    private string Mark => Path.Combine(directory, "refreshed");

    /// <summary>Fetches the lists when they are too old, or the machine's list of sources has changed since.</summary>
    /// <param name="maxAge">Lists younger than this will do.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False when the lists at hand were young enough.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SourceUnavailable"/>: apt cannot get any list.</exception>
    public async Task<bool> RefreshAsync(TimeSpan maxAge, CancellationToken cancel)
    {
        apt.RequirePrograms();
        var sources = string.Concat(new AptArchives(host, logger).Choose(suite).Select(e => e.ToStanza()));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sources)));
        if (IsFresh(hash, maxAge))
        {
            return false;
        }

        apt.Write(sources);
        File.Delete(Mark);
        var run = await apt.RunAsync("apt-get", ["-o", "APT::Update::Error-Mode=any", "update"], directory, null, cancel)
            .ConfigureAwait(false);
        var complete = run.ExitCode == 0 && run.Problems.Count == 0;
        if (!complete)
        {
            if ((await PackagesAsync(cancel).ConfigureAwait(false)).Count == 0)
            {
                throw new GoToolchainException(
                    GoErrorCodes.SourceUnavailable,
                    $"apt could not fetch the package lists: {run.Reason}",
                    nextStep: "Check the network, and that `apt-get update` works on this machine, or use another source."
                );
            }

            SourceLog.AptPartlyRefreshed(logger, run.Reason);
        }

        var until = host.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(Mark, [until, hash, complete ? "complete" : "partial"], cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>The packages with a Go in them, newest first within each name.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<AptPackage>> PackagesAsync(CancellationToken cancel)
    {
        var names = await QueryAsync(["pkgnames", "golang-"], cancel).ConfigureAwait(false);
        var wanted = names.Output.Select(n => n.Trim()).Where(n => AptGo.PackageName().IsMatch(n)).Order(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var show = await QueryAsync(["show", .. wanted], cancel).ConfigureAwait(false);
        return [.. AptPackage.Parse(string.Join('\n', show.Output))];
    }

    /// <summary>The archive and suite that hold a package, as apt names them: <c>http://…/debian bookworm/main</c>.</summary>
    /// <param name="package">The package.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<string> OriginAsync(AptPackage package, CancellationToken cancel)
    {
        var run = await QueryAsync(["madison", package.Name], cancel).ConfigureAwait(false);
        foreach (var line in run.Output)
        {
            var columns = line.Split('|', 3, StringSplitOptions.TrimEntries);
            if (columns.Length == 3 && columns[1] == package.Version)
            {
                var words = columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return Redaction.WithoutPasswords(string.Join(' ', words.Take(2)));
            }
        }

        return "the distribution's archive";
    }

    private async Task<ProgramRun> QueryAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var run = await apt.RunAsync("apt-cache", arguments, directory, null, cancel).ConfigureAwait(false);
        return run.ExitCode == 0
            ? run
            : throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"apt-cache cannot read the package lists: {run.Reason}",
                directory,
                "Remove that directory and run the command again: it only holds what can be fetched anew."
            );
    }

    private bool IsFresh(string hash, TimeSpan maxAge)
    {
        var lines = File.Exists(Mark) ? File.ReadAllLines(Mark) : [];
        if (
            lines.Length != 3
            || lines[1] != hash
            || !DateTimeOffset.TryParse(lines[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        )
        {
            return false;
        }

        var age = host.Clock.GetUtcNow() - at;
        var limit = lines[2] == "complete" || maxAge < s_retryPart ? maxAge : s_retryPart;
        return age >= TimeSpan.Zero && age < limit;
    }
}
