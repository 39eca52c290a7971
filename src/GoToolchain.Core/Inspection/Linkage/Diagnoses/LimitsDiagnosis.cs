namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>The file names more than is looked at.</summary>
internal sealed class LimitsDiagnosis : ILinkageDiagnosis
{
    public IEnumerable<LinkageFinding> Look(ElfProcess process) => Of(process.Main.File.Path, process.IsCutShort);

    /// <summary>The finding, when there is one.</summary>
    /// <param name="file">The file that was asked about.</param>
    /// <param name="isCutShort">Not everything was looked at.</param>
    public static IEnumerable<LinkageFinding> Of(string file, bool isCutShort) =>
        isCutShort
            ?
            [
                new LinkageFinding(
                    LinkageProblem.TooManyNeeds,
                    LinkageSeverity.Warning,
                    $"{file}, or a library that it needs, names more libraries or symbol versions than any real program; only a part was looked at.",
                    "Do not trust the file before you know where it comes from.",
                    file
                ),
            ]
            : [];
}
