using GoToolchain.MSBuild.Building;
using GoToolchain.Store;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>
/// What lets a build see in a few milliseconds that an item has to be neither provided with Go nor built: the request and the environment as they
/// were, which Go was used, and every file that had a part in it. Whatever it does not know makes it not hold, and then all is looked at anew.
/// </summary>
/// <param name="file">Where it is: absolute.</param>
internal sealed class CurrentRecord(string file)
{
    private const string Head = "GoToolchain current 1";
    private const int HeadLines = 5;

    // They differ from one terminal, and from one start of dotnet, to the next, and nothing that we run takes notice of them.
    private static readonly string[] s_ofTheTerminal = ["_", "COLUMNS", "LINES", "OLDPWD", "PWD", "SHLVL", "WINDOWID"];
    private static readonly string[] s_ofTheHost = ["DOTNET_", "MSBUILD", "TERM", "VSCODE_", "WT_"];

    /// <summary>The request and the environment in one short word.</summary>
    /// <param name="request">The text of the request project.</param>
    /// <param name="host">The machine.</param>
    public static string Situation(string request, HostMachine host)
    {
        var parts = new List<string>(host.Variables.Count + 2);
        foreach (var (name, value) in host.Variables)
        {
            if (Matters(name))
            {
                parts.Add(name + "=" + value);
            }
        }

        parts.Sort(StringComparer.Ordinal);
        parts.Add(request);
        // Another build of this package may record other things.
        parts.Add(typeof(CurrentRecord).Module.ModuleVersionId.ToString());
        return BuildKey.Digest(parts);
    }

    /// <summary>The Go that was used, when nothing has changed; else null.</summary>
    /// <param name="situation">The one of now.</param>
    public UsedGo? Read(string situation)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var lines = File.ReadAllText(file).Split('\n');
        // The last line is empty when the file is complete.
        if (lines.Length <= HeadLines || lines[0] != Head || lines[1] != situation || lines[^1].Length != 0)
        {
            return null;
        }

        for (var i = HeadLines; i < lines.Length - 1; i++)
        {
            if (!RecordLine.IsUnchanged(lines[i]))
            {
                return null;
            }
        }

        return new UsedGo(ItemText.Unescape(lines[2]), lines[3], ItemText.Unescape(lines[4]));
    }

    /// <summary>Writes it.</summary>
    /// <param name="situation">The one in which the item was found to be up to date.</param>
    /// <param name="go">The Go that was used.</param>
    /// <param name="lines">Everything that must stay as it is.</param>
    public void Write(string situation, UsedGo go, IEnumerable<string> lines) =>
        WholeFile.Write(
            file,
            string.Join('\n', [Head, situation, RecordLine.Escape(go.Root), go.Version, RecordLine.Escape(go.Origin), .. lines, ""])
        );

    private static bool Matters(string name)
    {
        if (Array.IndexOf(s_ofTheTerminal, name) >= 0)
        {
            return false;
        }

        foreach (var prefix in s_ofTheHost)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
