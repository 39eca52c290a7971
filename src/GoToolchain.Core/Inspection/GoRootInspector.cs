using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection;

/// <summary>
/// Looks at the files of a directory and says whether it is a complete GOROOT for a platform. A look is a dozen questions to the file system:
/// no process is started, no directory is walked, nothing is opened that could make it wait. That the files are genuine is not its question.
/// </summary>
/// <param name="platform">The platform on which that Go has to run.</param>
internal sealed class GoRootInspector(GoPlatform platform)
{
    /// <summary>Looks at a directory.</summary>
    /// <param name="root">Absolute. It may be missing, a link, a file, or anything else.</param>
    /// <returns>The facts; a directory that cannot be read is a verdict, not an exception.</returns>
    public GoRootFacts Inspect(string root)
    {
        try
        {
            var facts = FileFacts.Of(root);
            return facts.Kind switch
            {
                FileKind.Directory => InspectDirectory(root),
                FileKind.File => new GoRootFacts(GoVerdict.Incomplete, $"{root} is a file, not a directory."),
                FileKind.DanglingLink => new GoRootFacts(GoVerdict.DanglingLink, DanglingReason(root)),
                _ => new GoRootFacts(GoVerdict.Missing, $"{root} does not exist."),
            };
        }
        catch (UnauthorizedAccessException e)
        {
            return new GoRootFacts(GoVerdict.Unreadable, $"{root} may not be read by this user: {e.Message}");
        }
        catch (IOException e)
        {
            return new GoRootFacts(GoVerdict.Unreadable, $"{root} cannot be read: {e.Message}");
        }
    }

    private GoRootFacts InspectDirectory(string root)
    {
        var command = GoBinary.Look(root);
        if (command.Verdict != GoVerdict.Usable)
        {
            return new GoRootFacts(command.Verdict, $"{root}: {command.Problem}.", ReadVersion(root, out _));
        }

        var version = ReadVersion(root, out var versionProblem);
        var tools = ToolDirectory.Find(root);
        if (tools.Count == 0)
        {
            return new GoRootFacts(GoVerdict.Incomplete, $"{root} is not complete: pkg/tool holds no tools.", version);
        }

        if (tools.Count > 1)
        {
            var names = string.Join(" and ", tools);
            return new GoRootFacts(GoVerdict.Mixed, $"{root} holds the tools of {names}: one tree was unpacked over another.", version);
        }

        var own = tools[0];
        if (!command.Header.Fits(own))
        {
            var other = command.Header.Arch ?? "another machine";
            var mix = $"{root}: bin/go is for {other} ({command.Header.Format}), but the tools in pkg/tool are for {own}.";
            return new GoRootFacts(GoVerdict.Mixed, mix, version);
        }

        if (own != platform)
        {
            return new GoRootFacts(GoVerdict.WrongPlatform, $"{root} is a Go for {own}; {platform} is needed.", version, own);
        }

        var problem = MissingPart(root, own, GoLines.MinorOf(version));
        if (problem is null && version is null)
        {
            // Some distributions leave VERSION out, and trees of Go's development have none (golang/go: cmd/dist, findgoversion).
            version = GoBuildInfoReader.ReadVersion(Path.Combine(root, "bin", "go" + own.ExecutableSuffix)).Version;
            problem = version is null ? versionProblem : null;
        }

        return problem is null
            ? new GoRootFacts(GoVerdict.Usable, "", version, own)
            : new GoRootFacts(GoVerdict.Incomplete, $"{root} is not complete: {problem}.", version, own);
    }

    private static string? MissingPart(string root, GoPlatform own, int? minor)
    {
        foreach (var rule in GoRootRules.Landmarks.Where(r => r.IsRequired(minor)))
        {
            var name = rule.PathFor(own);
            var facts = FileFacts.Of(Path.Combine(root, name));
            var problem =
                rule.Kind == GoRootPartKind.Tool ? ToolProblem(facts)
                : facts.Kind == FileKind.Directory ? null
                : "is missing";
            if (problem is not null)
            {
                return $"{name} {problem}";
            }
        }

        return null;
    }

    private static string? ToolProblem(FileFacts facts) =>
        facts switch
        {
            { Kind: not FileKind.File } => "is missing",
            { Length: 0 } => "is empty",
            { IsExecutable: false } => "is not executable",
            _ => null,
        };

    // That only this one file may not be read makes no tree useless.
    private static GoVersion? ReadVersion(string root, out string problem)
    {
        try
        {
            return VersionFile.Read(root, out problem);
        }
        catch (UnauthorizedAccessException)
        {
            problem = "its VERSION file may not be read by this user";
            return null;
        }
    }

    private static string DanglingReason(string root)
    {
        var target = new FileInfo(root).LinkTarget;
        return target is null ? $"{root} is a link that leads nowhere." : $"{root} is a link to {target}, which does not exist.";
    }
}
