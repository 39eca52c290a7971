namespace GoToolchain.Versions.ProjectFiles;

/// <summary>
/// <c>.tool-versions</c> of asdf (https://asdf-vm.com/manage/configuration.html): the first <c>golang</c> or <c>go</c> line, and of its versions
/// the first; the others are asdf's fallbacks.
/// </summary>
internal static class ToolVersionsFile
{
    public static VersionStatement? Find(string directory)
    {
        var file = Path.Combine(directory, ".tool-versions");
        return ProjectText.Read(file) is { } text ? Parse(text, file) : null;
    }

    public static VersionStatement? Parse(string text, string file)
    {
        var lines = ProjectText.Lines(text);
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split('#', 2)[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is ["golang" or "go", ..])
            {
                return words.Length > 1
                    ? VersionStatement.ParseForeign(words[1], file, i + 1)
                    : throw VersionStatement.Refuse($"{file}:{i + 1}", $"`{words[0]}` is not followed by a version.");
            }
        }

        return null;
    }
}
