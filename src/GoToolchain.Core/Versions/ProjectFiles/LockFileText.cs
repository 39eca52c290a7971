using System.Text.Json;
using GoToolchain.Sources.Feeds;
using GoToolchain.Verification;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>
/// Reads and writes the text of a lock file. It is written one way only, so that two people who lock the same get the same bytes, and a
/// change of one toolchain is a change of its lines.
/// </summary>
internal static class LockFileText
{
    private const int Schema = 1;
    private const string NextStep = "Run `gotoolchain lock` to write it anew, or take it from version control.";

    /// <summary>The order in the file.</summary>
    public static IReadOnlyList<GoLockedToolchain> Order(IEnumerable<GoLockedToolchain> toolchains) =>
        [.. toolchains.OrderBy(t => t.Version).ThenBy(t => t.Platform.ToString(), StringComparer.Ordinal)];

    public static string Write(IEnumerable<GoLockedToolchain> toolchains)
    {
        var content = new LockFileJson
        {
            SchemaVersion = Schema,
            Toolchains =
            [
                .. Order(toolchains)
                    .Select(t => new LockedToolchainJson
                    {
                        Version = t.Version.ToString(),
                        Platform = t.Platform.ToString(),
                        File = t.FileName,
                        Size = t.Size,
                        Sha256 = t.Digest.ToString(),
                    }),
            ],
        };
        return JsonSerializer.Serialize(content, LockFileJsonContext.Default.LockFileJson).ReplaceLineEndings("\n") + "\n";
    }

    /// <exception cref="GoToolchainException"><c>GOTC1002</c>, with the line where there is one.</exception>
    public static IReadOnlyList<GoLockedToolchain> Parse(string text, string file)
    {
        LockFileJson? content;
        try
        {
            content = JsonSerializer.Deserialize(text, LockFileJsonContext.Default.LockFileJson);
        }
        catch (JsonException e)
        {
            throw VersionStatement.Refuse(
                $"{file}:{(e.LineNumber ?? 0) + 1}",
                $"It is no lock file: {e.Message.Split(" Path: ")[0].TrimEnd('.')}.",
                NextStep,
                e
            );
        }

        if (content?.SchemaVersion != Schema)
        {
            throw VersionStatement.Refuse(
                file,
                $"Its schema version is {content?.SchemaVersion}, and this version of GoToolchain.Net understands {Schema}.",
                "Use a newer GoToolchain.Net, or run `gotoolchain lock` to write it anew."
            );
        }

        var toolchains = content.Toolchains.Select(t => Read(t, file)).ToList();
        var twice = toolchains.GroupBy(t => t.ToolchainName).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? toolchains : throw VersionStatement.Refuse(file, $"It pins {twice.Key} twice.", NextStep);
    }

    private static GoLockedToolchain Read(LockedToolchainJson? entry, string file)
    {
        if (entry is null || !GoVersion.TryParse(entry.Version, out var version))
        {
            throw VersionStatement.Refuse(file, $"`{GoVersion.Shorten(entry?.Version ?? "null")}` is not a Go version.", NextStep);
        }

        if (!GoPlatform.TryParse(entry.Platform, out var platform))
        {
            throw VersionStatement.Refuse(file, $"`{GoVersion.Shorten(entry.Platform)}` is not a platform of Go.", NextStep);
        }

        // The name becomes part of a path and of a URL: there is only one that it can be.
        if (entry.File != FeedIndex.FileName(version, platform))
        {
            throw VersionStatement.Refuse(
                file,
                $"The archive of Go {version} for {platform} is {FeedIndex.FileName(version, platform)}, not `{GoVersion.Shorten(entry.File)}`.",
                NextStep
            );
        }

        return entry.Size > 0 && Sha256Digest.TryParse(entry.Sha256, out var digest)
            ? new GoLockedToolchain(version, platform, entry.File, entry.Size, digest)
            : throw VersionStatement.Refuse(file, $"Size or SHA-256 of {entry.File} is none.", NextStep);
    }
}
