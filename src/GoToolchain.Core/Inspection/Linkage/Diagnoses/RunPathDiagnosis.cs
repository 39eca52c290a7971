namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>Directories that files bring along for their needs, and that are not there.</summary>
internal sealed class RunPathDiagnosis : ILinkageDiagnosis
{
    private const int MostFindings = 50;

    public IEnumerable<LinkageFinding> Look(ElfProcess process) =>
        process.IsDynamic && process.IsForThisMachine ? process.Objects.SelectMany(o => Look(process, o)).Take(MostFindings) : [];

    private static IEnumerable<LinkageFinding> Look(ElfProcess process, LoadedObject owner)
    {
        var (list, tag) = owner.Links.RunPath is { } run ? (run, "DT_RUNPATH") : (owner.Links.RPath, "DT_RPATH");
        foreach (var entry in process.Search.Split(list, owner).DistinctBy(e => e.Text))
        {
            if (entry.IsRelative)
            {
                yield return new LinkageFinding(
                    LinkageProblem.RunPathEntryRelative,
                    LinkageSeverity.Warning,
                    $"{tag} of {owner.File.Path} has the {(entry.Text.Length == 0 ? "empty" : "relative")} entry `{entry.Text}`: which libraries are loaded depends on where the program is started.",
                    "Link with an absolute directory, or with `-Wl,-rpath,'$ORIGIN'`, which stands for the directory of the file.",
                    owner.File.Path
                );
            }
            else if (entry.Directory is { } directory && !Directory.Exists(directory))
            {
                yield return new LinkageFinding(
                    LinkageProblem.RunPathEntryMissing,
                    LinkageSeverity.Note,
                    $"{tag} of {owner.File.Path} names {directory}, which does not exist.",
                    "Put the libraries there, or link with `-Wl,-rpath,'$ORIGIN'` and ship them beside the file.",
                    directory
                );
            }
        }
    }
}
