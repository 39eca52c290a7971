namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>Looks for one kind of trouble.</summary>
internal interface ILinkageDiagnosis
{
    /// <summary>What it finds.</summary>
    /// <param name="process">The process that would be.</param>
    IEnumerable<LinkageFinding> Look(ElfProcess process);
}
