using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary><c>.prototools</c> of proto: TOML, in which <c>go = "X.Y.Z"</c> stands before the first table (https://moonrepo.dev/docs/proto/config).</summary>
internal static class ProtoToolsFile
{
    /// <summary>What the file of a directory chooses.</summary>
    /// <param name="directory">Absolute.</param>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: it cannot be read, or chooses something that is no version.</exception>
    public static VersionStatement? Find(string directory)
    {
        var file = Path.Join(directory, ".prototools");
        return ProjectText.Read(file) is { } text ? Parse(text, file) : null;
    }

    private static VersionStatement? Parse(string text, string file)
    {
        var lines = ProjectText.Lines(text);
        for (var i = 0; i < lines.Length && !lines[i].TrimStart().StartsWith('['); i++)
        {
            var (key, value) = lines[i].Split('=', 2) is [var left, var right] ? (left.Trim().Trim('"', '\''), right.Trim()) : ("", "");
            if (key is "go" && value.Length > 2 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 1 and var end)
            {
                return VersionStatement.ParseForeign(value[1..end], file, i + 1);
            }
        }

        return null;
    }
}
