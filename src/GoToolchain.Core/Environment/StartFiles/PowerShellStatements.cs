using System.Text.RegularExpressions;

namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a PowerShell profile does: <c>$env:NAME = "…"</c>, <c>+=</c>, <c>. file</c>, <c>Invoke-Expression</c>.</summary>
internal static partial class PowerShellStatements
{
    /// <summary>The statements of a line. References to variables are turned into those of a POSIX shell.</summary>
    /// <param name="line">The line.</param>
    public static IEnumerable<StartFileStatement> Of(string line)
    {
        if (Assignment().Match(line) is { Success: true } assignment)
        {
            var value = assignment.Groups["value"].Value.Trim();
            var isLiteral = value.StartsWith('\'');
            var text = isLiteral ? value.Trim('\'') : Reference().Replace(value, "${$1}");
            var kind = assignment.Groups["adds"].Length > 0 ? StartFileStatementKind.Add : StartFileStatementKind.Set;
            yield return new(kind, assignment.Groups["name"].Value, text, isLiteral);
        }
        else if (
            line.Contains("Invoke-Expression", StringComparison.OrdinalIgnoreCase)
            || line.Contains("| iex", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new(StartFileStatementKind.Run, line.Trim());
        }
        else if (line.TrimStart() is ['.', ' ', .. var file])
        {
            yield return new(StartFileStatementKind.Include, file.Trim());
        }
    }

    [GeneratedRegex(@"^\s*\$\{?env:(?<name>\w+)\}?\s*(?<adds>\+?)=\s*(?<value>""[^""]*""|'[^']*'|[^;#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$\{?env:(\w+)\}?", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
