using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>All kinds of failures that are told apart.</summary>
internal static class FailureKinds
{
    // The first that describes a message counts: the machine's failures come first, for they may show in any message.
    private static readonly FailureKind[] s_all =
    [
        .. MachineFailures.All,
        .. VersionFailures.All,
        .. ToolchainFailures.All,
        .. CFailures.All,
        .. ModuleFailures.All,
        .. PackageFailures.All,
        .. SettingFailures.All,
        .. LinkFailures.All,
        .. ToolchainFailures.Last,
        .. MachineFailures.Last,
    ];

    /// <summary>The kind of a message of the go command, or null.</summary>
    public static FailureKind? Find(string text) => Array.Find(s_all, k => k.Describes(text));

    /// <summary>The kind of a report, or null.</summary>
    public static FailureKind? Find(GoReport report)
    {
        var text = report.Text;
        return report is { FromTool: true, Place: not null, Kind: ReportKind.Go }
            ? Array.Find(s_all, k => k.InSource && k.Describes(report.Head))
            : Array.Find(s_all, k => k.Describes(text));
    }
}
