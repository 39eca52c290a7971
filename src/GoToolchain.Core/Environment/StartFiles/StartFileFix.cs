using System.Text;

namespace GoToolchain.Environments.StartFiles;

/// <summary>Repairs of start-up files.</summary>
internal static class StartFileFix
{
    /// <summary>
    /// Turns a line that does nothing but set one variable into a comment behind a command that does nothing, so that a script stays valid where the
    /// line was the only one of a block.
    /// </summary>
    /// <param name="host">The machine.</param>
    /// <param name="setting">The line.</param>
    /// <returns>Null when the file is not the user's, the line does more, or the file cannot be edited.</returns>
    public static HealthFix? Disable(HostMachine host, StartFileSetting setting)
    {
        var isOwn = setting.File.StartsWith(host.HomeDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!isOwn || setting.Name is "PATH" || LineOf(host, setting) is not { } written)
        {
            return null;
        }

        var edit = TextLineEdit.Plan(host, setting.File, line => line == written ? Disabled(setting.File, line) : line);
        return edit is null ? null : TextFix.Of(edit, $"Disable the line {setting.Place}");
    }

    private static string Disabled(string file, string line)
    {
        var indent = line[..^line.TrimStart().Length];
        var command = Path.GetExtension(file) switch
        {
            ".fish" => "true ",
            ".ps1" or ".conf" or ".pam_environment" => "",
            _ => ": ",
        };
        return $"{indent}{command}# {line.Trim()} # disabled by gotoolchain doctor";
    }

    // `export PATH="$GOROOT/bin:$PATH"` would put another directory on PATH without the line that it builds on.
    private static bool Uses(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        return at > 0 && line[at - 1] is '$' or '{' or ':' && !line.TrimStart().StartsWith('#');
    }

    // The line as it stands there, when it is a single statement, and nothing in the file builds on it.
    private static string? LineOf(HostMachine host, StartFileSetting setting)
    {
        string? found = null;
        var isUsed = false;
        var number = 0;
        TextLineEdit.Plan(
            host,
            setting.File,
            line =>
            {
                found = ++number == setting.Line ? line : found;
                isUsed |= number != setting.Line && Uses(line, setting.Name);
                return line;
            }
        );
        var text = found is null ? "" : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(found));
        var isAlone =
            text.Contains(setting.Name, StringComparison.Ordinal)
            && !text.EndsWith('\\')
            && text.AsSpan().IndexOfAny(";&|") < 0
            && ShellWords.Commands(text).ToArray() is [var words]
            && words.Length <= 4
            && words.Count(w => w.Contains('=', StringComparison.Ordinal)) <= 1;
        return isAlone && !isUsed ? found : null;
    }
}
