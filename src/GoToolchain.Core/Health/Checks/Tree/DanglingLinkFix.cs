using GoToolchain.Inspection;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>Lets a link that leads nowhere lead to a Go that works. Where it led before is said, so nothing is lost.</summary>
internal static class DanglingLinkFix
{
    /// <summary>The repair of a GOROOT, or of a <c>go</c> on PATH, that is such a link.</summary>
    /// <param name="link">The link: absolute.</param>
    /// <param name="isCommand">It should lead to <c>bin/go</c>, not to a GOROOT.</param>
    /// <param name="candidates">Every Go on the machine.</param>
    /// <returns>Null when it is no link itself, or when nothing works that it could lead to.</returns>
    public static HealthFix? Of(string link, bool isCommand, IEnumerable<GoCandidate> candidates)
    {
        if (new FileInfo(link).LinkTarget is not { } old || Choose(old, candidates) is not { } go)
        {
            return null;
        }

        var target = isCommand ? Path.Combine(go.Root, "bin", "go" + go.Platform!.ExecutableSuffix) : go.Root;
        return new HealthFix($"Let {link} lead to {target} (Go {go.Version}).", cancel => Task.Run(() => Apply(link, old, target), cancel));
    }

    // Not another line than the one that the old target has in its name: `go1.24.4.linux-amd64`, `go-1.24`.
    private static GoCandidate? Choose(string old, IEnumerable<GoCandidate> candidates)
    {
        var usable = candidates.Where(c => c.Verdict == GoVerdict.Usable).OrderByDescending(c => c.Version).ToList();
        var steps = old.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var isNamed = steps.Any(step => step.StartsWith("go", StringComparison.Ordinal) && step.Any(char.IsAsciiDigit));
        return usable.FirstOrDefault(c => steps.Any(step => Names(step, c.Version!.ToString())))
            ?? usable.FirstOrDefault(c => steps.Any(step => Names(step, c.Version!.Line)))
            ?? (isNamed ? null : usable.FirstOrDefault());
    }

    // `1.2` is not in `go1.24`.
    private static bool Names(string step, string version)
    {
        var at = step.IndexOf(version, StringComparison.Ordinal);
        var end = at + version.Length;
        return step.StartsWith("go", StringComparison.Ordinal)
            && at >= 0
            && !char.IsAsciiDigit(step[at - 1])
            && (end == step.Length || !char.IsAsciiDigit(step[end]));
    }

    private static string Apply(string link, string old, string target)
    {
        try
        {
            if (new FileInfo(link).LinkTarget != old || FileFacts.Of(link).Kind != FileKind.DanglingLink)
            {
                throw new GoToolchainException(
                    GoErrorCodes.FixFailed,
                    $"{link} has changed since it was examined.",
                    link,
                    "Examine it again."
                );
            }

            File.Delete(link);
            try
            {
                Link(link, target);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Link(link, old);
                throw;
            }

            return $"{link} leads to {target} now; it led to {old}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.FixFailed,
                $"The link {link} cannot be changed: {e.Message}",
                link,
                "Let the owner of its directory do it.",
                e
            );
        }
    }

    // Windows has links of two kinds.
    private static void Link(string link, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.CreateSymbolicLink(link, target);
        }
        else
        {
            File.CreateSymbolicLink(link, target);
        }
    }
}
