using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Progress;

/// <summary>One report in words.</summary>
internal static class ProgressLine
{
    /// <summary>For example <c>Downloading go1.24.4.linux-amd64: https://… (12.3 of 67.2 MB)</c>.</summary>
    public static string Of(GoProgress report)
    {
        var detail = string.IsNullOrEmpty(report.Detail) ? null : report.Detail;
        var line = report.Phase switch
        {
            GoProgressPhase.Resolving when detail is not null => $"Asking {detail}",
            GoProgressPhase.Installed when detail is not null => $"Installed {report.Toolchain} from {detail}",
            _ => string.Join(' ', ((string?[])[ProgressDisplay.Name(report.Phase), report.Toolchain]).OfType<string>())
                + (detail is null ? "" : $": {detail}"),
        };
        var amount = Amount(report);
        return amount.Length == 0 ? line : $"{line} ({amount})";
    }

    /// <summary>Bytes and files so far; empty when there are none.</summary>
    public static string Amount(GoProgress report)
    {
        var bytes =
            report.TotalBytes is { } total && report.Bytes < total ? $"{Words.Megabytes(report.Bytes)} of {Words.Megabytes(total)} MB"
            : report.Bytes > 0 ? Words.Size(report.Bytes)
            : "";
        var files = report.Files > 0 ? $"{Words.Count(report.Files)} files" : "";
        return bytes.Length > 0 && files.Length > 0 ? $"{bytes}, {files}" : bytes + files;
    }
}
