namespace GoToolchain.Locating.Launchers;

/// <summary>Any other script. A line that begins with <c>exec</c> and the absolute path of a <c>go</c> says what it starts.</summary>
internal sealed class ScriptLauncher : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search) =>
        file.Text.Length == 0 ? null
        : file.Text.Split('\n').Select(TargetOf).FirstOrDefault(target => target is not null) is { } target
            ? Leading(file, "a script", target)
        : new LauncherAnswer(
            GoVerdict.Launcher,
            $"{file.Path} is a script or launcher, as version managers put them on PATH; the Go it would start is not known without running it."
        );

    /// <summary>The words for something that starts a certain program.</summary>
    /// <param name="file">The launcher.</param>
    /// <param name="what">What it is, with its article.</param>
    /// <param name="target">The program: absolute.</param>
    public static LauncherAnswer Leading(LauncherFile file, string what, string target)
    {
        var leadsTo = CommandRoot.Find(target, new LinkResolver()) ?? target;
        return new LauncherAnswer(
            GoVerdict.Launcher,
            File.Exists(target)
                ? $"{file.Path} is {what}; it starts {target}."
                : $"{file.Path} is {what}; it would start {target}, which does not exist.",
            leadsTo
        );
    }

    private static string? TargetOf(string line)
    {
        var rest = line.AsSpan().Trim();
        if (!rest.StartsWith("exec ", StringComparison.Ordinal))
        {
            return null;
        }

        rest = rest["exec ".Length..].TrimStart();
        var quote = rest.Length > 0 && rest[0] is '"' or '\'' ? rest[0] : ' ';
        rest = quote == ' ' ? rest : rest[1..];
        var end = rest.IndexOf(quote);
        var word = (end < 0 ? rest : rest[..end]).ToString();
        return Path.GetFileName(word) is "go" or "go.exe" && LauncherFile.IsPath(word) ? word : null;
    }
}
