using GoToolchain.Inspection.Trees;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>The code of each kind of damage to a GOROOT.</summary>
internal static class TreeFindingCode
{
    /// <summary>The code of a finding.</summary>
    /// <param name="finding">The finding.</param>
    public static GoErrorCode Of(GoRootFinding finding) =>
        finding.Area == GoRootArea.Defaults && finding.Kind != GoRootFindingKind.Unreadable
            ? GoErrorCodes.DefaultsDamaged
            : finding.Kind switch
            {
                GoRootFindingKind.Missing or GoRootFindingKind.DanglingLink => GoErrorCodes.PartMissing,
                GoRootFindingKind.Empty or GoRootFindingKind.Damaged or GoRootFindingKind.WrongType => GoErrorCodes.FileDamaged,
                GoRootFindingKind.NotExecutable => GoErrorCodes.NotExecutable,
                GoRootFindingKind.Unreadable => GoErrorCodes.RootUnreadable,
                GoRootFindingKind.ForeignPlatform => GoErrorCodes.WrongPlatform,
                GoRootFindingKind.VersionFile => GoErrorCodes.VersionFileWrong,
                GoRootFindingKind.Stranger => GoErrorCodes.ContentDiffers,
                GoRootFindingKind.ForeignVersion or GoRootFindingKind.Leftover => GoErrorCodes.VersionsMixed,
                _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Kind, null),
            };
}
