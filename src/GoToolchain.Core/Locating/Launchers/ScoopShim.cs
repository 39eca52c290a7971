using GoToolchain.Inspection;

namespace GoToolchain.Locating.Launchers;

/// <summary>A shim of Scoop: a small program <c>go.exe</c>, with a file <c>go.shim</c> beside it that says <c>path = "…"</c>.</summary>
internal sealed class ScoopShim : ILauncher
{
    private const int MostText = 1024;

    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        var note = Path.ChangeExtension(file.Path, ".shim");
        if (!search.Host.Platform.IsWindows || FileFacts.Of(note) is not { Kind: FileKind.File, Length: > 0 })
        {
            return null;
        }

        var text = System.Text.Encoding.UTF8.GetString(FileHead.Read(note, stackalloc byte[MostText]));
        var line = text.Split('\n').FirstOrDefault(line => line.StartsWith("path", StringComparison.Ordinal)) ?? "";
        var target = line.Split('=', 2) is [_, var value] ? value.Trim().Trim('"') : "";
        return LauncherFile.IsPath(target)
            ? ScriptLauncher.Leading(file, "a shim of Scoop", target)
            : new LauncherAnswer(GoVerdict.Launcher, $"{file.Path} is a shim of Scoop, and {note} does not say what it starts.");
    }
}
