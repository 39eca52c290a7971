using System.Text;

namespace GoToolchain.Environments;

/// <summary>Repairs of the user's go/env file, for when <c>go env -u</c> cannot start.</summary>
internal static class GoEnvFileFix
{
    /// <summary>Removes every line that sets a variable.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="file">The file as it was read.</param>
    /// <param name="name">The variable.</param>
    /// <returns>Null when the file cannot be edited.</returns>
    public static HealthFix? Unset(HostMachine host, GoEnvFile file, string name) =>
        Create(host, file, $"Remove {name} from {file.Path}", line => line.StartsWith(name + "=", StringComparison.Ordinal) ? null : line);

    /// <summary>Removes the carriage returns, the byte order mark and lines with NUL bytes.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="file">The file as it was read.</param>
    /// <returns>Null when there are none, or the file cannot be edited.</returns>
    public static HealthFix? Clean(HostMachine host, GoEnvFile file) =>
        Create(host, file, $"Remove carriage returns, a byte order mark and lines with NUL bytes from {file.Path}", CleanLine);

    private static readonly string s_mark = Encoding.Latin1.GetString("\uFEFF"u8);

    private static string? CleanLine(string line)
    {
        var text = line.StartsWith(s_mark, StringComparison.Ordinal) ? line[s_mark.Length..] : line;
        return text.Contains('\0', StringComparison.Ordinal) ? null : text.TrimEnd('\r');
    }

    private static HealthFix? Create(HostMachine host, GoEnvFile file, string description, Func<string, string?> change)
    {
        if (file is not { State: GoEnvFileState.Read, Path: { } path } || TextLineEdit.Plan(host, path, change) is not { } edit)
        {
            return null;
        }

        return TextFix.Of(edit, description);
    }
}
