using System.Text;

namespace GoToolchain.Environments;

/// <summary>Paths as Go's <c>path/filepath</c> sees them: by their text alone. .NET's own rules differ in what they remove.</summary>
internal static class GoFilePath
{
    /// <summary>The shortest path that is the same by its text (<c>filepath.Clean</c>).</summary>
    /// <param name="path">Any path; the empty one becomes <c>.</c>.</param>
    public static string Clean(string path)
    {
        var isWindows = OperatingSystem.IsWindows();
        var separator = isWindows ? '\\' : '/';
        var volume = isWindows && path.Length >= 2 && path[1] == ':' ? path[..2] : "";
        var rest = isWindows ? path[volume.Length..].Replace('/', '\\') : path;
        var isRooted = rest.StartsWith(separator);
        var steps = new List<string>();
        foreach (var step in rest.Split(separator))
        {
            switch (step)
            {
                case "" or ".":
                    break;
                case ".." when steps.Count > 0 && steps[^1] != "..":
                    steps.RemoveAt(steps.Count - 1);
                    break;
                case ".." when isRooted:
                    break;
                default:
                    steps.Add(step);
                    break;
            }
        }

        var clean = new StringBuilder(volume);
        if (isRooted)
        {
            clean.Append(separator);
        }

        clean.AppendJoin(separator, steps);
        return clean.Length == volume.Length ? volume + "." : clean.ToString();
    }

    /// <summary>Joins with the separator of the system and cleans the result (<c>filepath.Join</c>).</summary>
    /// <param name="directory">May be relative; when it is empty, only the rest counts.</param>
    /// <param name="rest">With <c>/</c>.</param>
    public static string Join(string directory, string rest) => Clean(directory.Length == 0 ? rest : $"{directory}/{rest}");

    /// <summary>The entries of a list such as PATH or GOPATH (<c>filepath.SplitList</c>): none of the empty text, but empty ones in between.</summary>
    /// <param name="list">The list.</param>
    public static string[] SplitList(string list) => list.Length == 0 ? [] : list.Split(Path.PathSeparator);

    /// <summary>Starts at a root (<c>filepath.IsAbs</c>).</summary>
    /// <param name="path">The path.</param>
    public static bool IsAbsolute(string path) => Path.IsPathFullyQualified(path);
}
