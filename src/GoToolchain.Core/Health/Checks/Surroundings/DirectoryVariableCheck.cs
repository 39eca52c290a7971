using GoToolchain.Environments;
using GoToolchain.Inspection;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Are the directories that Go writes to absolute paths, and is nothing else in their place?</summary>
internal sealed class DirectoryVariableCheck : SurroundingCheck
{
    public override string Id => "env.directories";

    public override string Title => "GOPATH, GOCACHE, … are directories";

    protected override string Ran => "read GOPATH, GOBIN, GOCACHE, GOMODCACHE, GOTMPDIR and the temporary directory";

    protected override string Expected => "absolute paths, and no file in the place of one";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings) =>
        [.. GoPath(surroundings), .. Directories(surroundings), .. Cache(surroundings), .. Temporary(context.Host, surroundings)];

    private static IEnumerable<HealthFinding> GoPath(GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOPATH") is { } path)
        {
            foreach (var entry in GoFilePath.SplitList(path.Value).Where(e => e.Length > 0 && !GoFilePath.IsAbsolute(e)))
            {
                var why = entry.StartsWith('~') ? "begins with a ~ that no shell has replaced" : "is not an absolute path";
                yield return path.Finding(GoErrorCodes.InvalidVariable, $"and `{entry}` {why}: every `go` command fails");
            }

            if (surroundings.Go.Root.Length > 0 && GoFilePath.Clean(path.Value) == GoFilePath.Clean(surroundings.Go.Root))
            {
                yield return path.Finding(
                    GoErrorCodes.InvalidVariable,
                    "which is GOROOT: modules and programs would be put inside the Go tree",
                    severity: HealthSeverity.Warning
                );
            }
        }
        else if (GoUserDirectories.Home(surroundings.Host) is null && surroundings.Values.Of("GOCACHE") != "off")
        {
            // Without a cache nothing works at all, which is told below.
            var home = GoUserDirectories.HomeVariable(surroundings.Host);
            yield return new HealthFinding(
                GoErrorCodes.InvalidVariable,
                $"Neither GOPATH nor {home} is set: Go has no place for modules and programs.",
                $"Set {home}, or GOPATH."
            )
            {
                Severity = HealthSeverity.Warning,
                Place = "GOPATH",
            };
        }
    }

    private static IEnumerable<HealthFinding> Directories(GoSurroundings surroundings)
    {
        (string Name, string Effect)[] all = [("GOBIN", "`go install` fails"), ("GOMODCACHE", "no module can be used")];
        return all.Select(d => SetVariable.Find(surroundings, d.Name) is { } set ? Wrong(set, d.Effect) : null).OfType<HealthFinding>();
    }

    private static HealthFinding? Wrong(SetVariable set, string effect) =>
        !GoFilePath.IsAbsolute(set.Value) ? set.Finding(GoErrorCodes.InvalidVariable, $"which is not an absolute path: {effect}")
        : KindOf(set.Value) is FileKind.File or FileKind.DanglingLink
            ? set.Finding(GoErrorCodes.PlaceNotWritable, $"where something that is no directory stands: {effect}")
        : null;

    private static IEnumerable<HealthFinding> Cache(GoSurroundings surroundings)
    {
        const string effect = "nothing can be built";
        if (SetVariable.Find(surroundings, "GOCACHE") is { } set)
        {
            return set.Value == "off" ? [set.Finding(GoErrorCodes.InvalidVariable, $"but Go needs its build cache: {effect}")]
                : Wrong(set, effect) is { } finding ? [finding]
                : [];
        }

        return
            surroundings.Values.Of("GOCACHE") == "off"
            && GoUserDirectories.Cache(surroundings.Host, surroundings.Go.Version, out var problem) is null
            ?
            [
                new HealthFinding(
                    GoErrorCodes.InvalidVariable,
                    $"Go has no place for its build cache, for {problem}: {effect}.",
                    "Set HOME, or GOCACHE to an absolute path."
                )
                {
                    Place = "GOCACHE",
                },
            ]
            : [];
    }

    private static IEnumerable<HealthFinding> Temporary(HostMachine host, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOTMPDIR") is { } set)
        {
            if (!GoFilePath.IsAbsolute(set.Value))
            {
                yield return set.Finding(
                    GoErrorCodes.InvalidVariable,
                    "which is not an absolute path: Go looks for it from the directory of each build",
                    severity: HealthSeverity.Warning
                );
            }
            else if (KindOf(set.Value) != FileKind.Directory)
            {
                yield return set.Finding(
                    GoErrorCodes.PlaceNotWritable,
                    "which is no directory that exists: nothing can be built",
                    $"Create it. {set.Cure}"
                );
            }
        }
        else if (KindOf(host.TempDirectory) != FileKind.Directory)
        {
            yield return new HealthFinding(
                GoErrorCodes.PlaceNotWritable,
                $"The directory for temporary files, {host.TempDirectory}, does not exist: nothing can be built.",
                "Create it, or set TMPDIR (on Windows TEMP) to one that exists."
            )
            {
                Place = host.TempDirectory,
            };
        }
    }

    private static FileKind KindOf(string path)
    {
        try
        {
            return FileFacts.Of(path).Kind;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // That it cannot even be looked at is found by trying to write there.
            return FileKind.Directory;
        }
    }
}
