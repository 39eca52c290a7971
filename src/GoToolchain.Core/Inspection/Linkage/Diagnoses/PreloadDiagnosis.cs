namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>What is put into the process without the file having asked for it.</summary>
internal sealed class PreloadDiagnosis : ILinkageDiagnosis
{
    public IEnumerable<LinkageFinding> Look(ElfProcess process) =>
        process.Preloads.Select(p =>
            p.Need.File is { } file
                ? new LinkageFinding(
                    LinkageProblem.Preloaded,
                    LinkageSeverity.Note,
                    $"{p.SaidBy} puts {file.Path} into the process before every other library.",
                    $"If that is not meant, take it out of {p.SaidBy}.",
                    file.Path
                )
                : new LinkageFinding(
                    LinkageProblem.PreloadMissing,
                    LinkageSeverity.Warning,
                    $"{p.SaidBy} names {p.Need.Name}, which cannot be loaded{Why(p.Need)}. The loader says so at every start (`cannot be preloaded`) and goes on.",
                    $"Take it out of {p.SaidBy}.",
                    p.Need.Name
                )
        );

    private static string Why(LibraryNeed need) => need.Rejected.Count > 0 ? $" ({need.Rejected[0].Path}: {need.Rejected[0].Detail})" : "";
}
