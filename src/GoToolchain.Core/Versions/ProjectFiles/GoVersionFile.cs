namespace GoToolchain.Versions.ProjectFiles;

/// <summary><c>.go-version</c> of goenv and others: the first line that is neither empty nor a comment.</summary>
internal static class GoVersionFile
{
    public static VersionStatement? Find(string directory)
    {
        var file = Path.Combine(directory, ".go-version");
        return ProjectText.Read(file) is { } text ? Parse(text, file) : null;
    }

    public static VersionStatement? Parse(string text, string file)
    {
        var lines = ProjectText.Lines(text);
        for (var i = 0; i < lines.Length; i++)
        {
            var version = lines[i].Split('#', 2)[0].Trim();
            if (version.Length > 0)
            {
                return VersionStatement.ParseForeign(version, file, i + 1);
            }
        }

        return null;
    }
}
