namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>Every diagnosis, in the order in which a loader would meet the trouble.</summary>
internal static class LinkageDiagnoses
{
    private static readonly ILinkageDiagnosis[] s_all =
    [
        new MachineDiagnosis(),
        new InterpreterDiagnosis(),
        new CLibraryDiagnosis(),
        new GoSharedLibraryDiagnosis(),
        new MissingLibraryDiagnosis(),
        new VersionDiagnosis(),
        new LibraryPathDiagnosis(),
        new RunPathDiagnosis(),
        new PreloadDiagnosis(),
        new Gccgo(),
        new LimitsDiagnosis(),
    ];

    /// <summary>What is wrong with a process, the worst first.</summary>
    public static IReadOnlyList<LinkageFinding> Of(ElfProcess process) =>
        [.. s_all.SelectMany(d => d.Look(process)).OrderByDescending(f => f.Severity)];
}
