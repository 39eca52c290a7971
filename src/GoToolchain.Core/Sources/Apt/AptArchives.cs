using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Apt;

/// <summary>Chooses from the machine's own list of sources those which may hold Go: the archive of the distribution itself.</summary>
/// <param name="host">The machine.</param>
/// <param name="logger">Where to log.</param>
internal sealed class AptArchives(HostMachine host, ILogger logger)
{
    // Names under which the archive of Debian also lists its releases, when an entry does not use the codename.
    private static readonly string[] s_aliases = ["stable", "testing", "unstable", "sid", "oldstable"];
    private static readonly string[] s_osRelease = ["/etc/os-release", "/usr/lib/os-release"];
    private static readonly string[] s_rolling = ["testing", "unstable", "sid"];

    /// <summary>The entries, ready to be written.</summary>
    /// <param name="suite">Exactly this suite of the distribution's archive; null: the configured ones and the backports.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SourceUnavailable"/>: there is no such entry.</exception>
    public IReadOnlyList<AptEntry> Choose(string? suite)
    {
        var unreadable = new List<string>();
        var chosen = Choose(Read(unreadable), Codenames(), suite);
        return chosen.Count > 0
            ? chosen
            : throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                unreadable.Count == 0
                    ? "apt's list of sources on this machine has no entry for the archive of the distribution."
                    : $"apt's list of sources on this machine cannot be read ({string.Join(", ", unreadable)}).",
                host.Rooted("/etc/apt"),
                "Add the distribution's archive to apt's sources, or use another source."
            );
    }

    /// <summary>The choice itself.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="codenames">The codenames of the distribution, and of the one that it is derived from.</param>
    /// <param name="suite">Exactly this suite, or null.</param>
    internal static IReadOnlyList<AptEntry> Choose(IReadOnlyList<AptEntry> entries, IReadOnlyCollection<string> codenames, string? suite)
    {
        var names = entries.Any(e => IsArchive(e, codenames)) ? codenames : s_aliases;
        var chosen = new List<AptEntry>();
        foreach (var entry in entries.Where(e => e.Components.Contains("main")))
        {
            var plain = entry.Suites.Where(names.Contains).ToArray();
            if (suite is not null)
            {
                if (plain.Length > 0)
                {
                    chosen.Add(entry with { Suites = [suite] });
                }

                continue;
            }

            var suites = entry.Suites.Where(s => names.Any(n => s == n || s.StartsWith(n + "-", StringComparison.Ordinal))).ToList();
            suites.AddRange(plain.Except(s_rolling).Select(s => s + "-backports").Where(s => !suites.Contains(s)));
            if (suites.Count > 0)
            {
                chosen.Add(entry with { Suites = suites });
            }
        }

        return chosen;
    }

    private static bool IsArchive(AptEntry entry, IReadOnlyCollection<string> names) =>
        entry.Components.Contains("main") && entry.Suites.Any(names.Contains);

    private List<AptEntry> Read(List<string> unreadable)
    {
        var entries = new List<AptEntry>();
        foreach (var file in Files())
        {
            try
            {
                entries.AddRange(AptSourcesFile.Parse(file, File.ReadAllText(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file with passwords in it may be closed to ordinary users; the entries of the others still serve.
                unreadable.Add(file);
                SourceLog.AptFileUnreadable(logger, file, e.Message);
            }
        }

        return entries;
    }

    private IEnumerable<string> Files()
    {
        var main = host.Rooted("/etc/apt/sources.list");
        if (File.Exists(main))
        {
            yield return main;
        }

        var parts = host.Rooted("/etc/apt/sources.list.d");
        if (!Directory.Exists(parts))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(parts).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".list" or ".sources")
            {
                yield return file;
            }
        }
    }

    private List<string> Codenames()
    {
        var codenames = new List<string>();
        var file = s_osRelease.Select(host.Rooted).FirstOrDefault(File.Exists);
        foreach (var line in file is null ? [] : File.ReadAllLines(file))
        {
            var parts = line.Split('=', 2);
            if (parts.Length == 2 && parts[0] is "VERSION_CODENAME" or "UBUNTU_CODENAME" or "DEBIAN_CODENAME")
            {
                codenames.Add(parts[1].Trim().Trim('"', '\''));
            }
        }

        return [.. codenames.Where(c => c.Length > 0).Distinct()];
    }
}
