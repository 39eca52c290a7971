namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>What LD_LIBRARY_PATH does to this file.</summary>
internal sealed class LibraryPathDiagnosis : ILinkageDiagnosis
{
    private const string Variable = "LD_LIBRARY_PATH";

    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (!process.IsDynamic || process.Host.GetVariable(Variable) is not { } value)
        {
            return [];
        }

        return process.IsSecure
            ?
            [
                new LinkageFinding(
                    LinkageProblem.LibraryPathIgnored,
                    LinkageSeverity.Note,
                    $"{process.Main.File.Path} is setuid or setgid, so {Variable} ({value}) has no effect on it.",
                    null,
                    Variable
                ),
            ]
            : Entries(process).Concat(Shadows(process)).Concat(OtherMachine(process));
    }

    private static IEnumerable<LinkageFinding> Entries(ElfProcess process)
    {
        foreach (var entry in process.Search.LibraryPath.DistinctBy(e => e.Text))
        {
            if (entry.IsRelative)
            {
                yield return new LinkageFinding(
                    LinkageProblem.LibraryPathEntryRelative,
                    LinkageSeverity.Warning,
                    entry.Text.Length == 0
                        ? $"{Variable} has an empty entry, which stands for the current directory: libraries are loaded from wherever the program is started."
                        : $"{Variable} has the relative entry {entry.Text}: which libraries are loaded depends on where the program is started.",
                    "Write absolute directories, without a colon at the beginning or end, or two in a row.",
                    entry.Text
                );
            }

            if (entry.Directory is { } directory && !Directory.Exists(directory))
            {
                yield return new LinkageFinding(
                    LinkageProblem.LibraryPathEntryMissing,
                    LinkageSeverity.Warning,
                    $"{Variable} names {directory}, which is no directory.",
                    $"Take it out of {Variable}; look for the line that sets it in the start-up files of the shell.",
                    directory
                );
            }
        }
    }

    private static IEnumerable<LinkageFinding> Shadows(ElfProcess process)
    {
        foreach (var shadowing in process.Objects.Where(o => o.File.Origin == LibraryOrigin.LibraryPath))
        {
            var without = process.Search.Find(shadowing.File.Name, shadowing.Requester ?? process.Main, withLibraryPath: false);
            if (without.Path is { } hidden && Path.GetFullPath(hidden) != Path.GetFullPath(shadowing.File.Path))
            {
                yield return new LinkageFinding(
                    LinkageProblem.LibraryPathShadows,
                    LinkageSeverity.Warning,
                    $"{Variable} puts {shadowing.File.Path} in the place of {hidden}, which would be loaded without it.",
                    $"If that is not meant, take {Path.GetDirectoryName(shadowing.File.Path)} out of {Variable}.",
                    shadowing.File.Path
                );
            }
        }
    }

    private static IEnumerable<LinkageFinding> OtherMachine(ElfProcess process) =>
        process
            .Objects.SelectMany(o => o.File.Needs)
            .Where(n => n.IsFound)
            .SelectMany(n => n.Rejected)
            .Where(r => r is { Origin: LibraryOrigin.LibraryPath, Reason: LibraryRejectionReason.OtherMachine })
            .DistinctBy(r => Path.GetDirectoryName(r.Path))
            .Select(r => new LinkageFinding(
                LinkageProblem.LibraryPathOfOtherMachine,
                LinkageSeverity.Warning,
                $"{Variable} leads to {r.Path}, which the loader passes over: {r.Detail}.",
                $"Take {Path.GetDirectoryName(r.Path)} out of {Variable}.",
                r.Path
            ));
}
