namespace GoToolchain.MSBuild.Building;

/// <summary>Writes files that others may read at any moment: whole, or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text.</summary>
    /// <param name="file">Where: absolute.</param>
    /// <param name="text">What.</param>
    public static void Write(string file, string text)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(temporary, text);
        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>Writes a text, and leaves the file alone, with its time, when it holds that text already.</summary>
    /// <param name="file">Where: absolute.</param>
    /// <param name="text">What.</param>
    public static void WriteIfDifferent(string file, string text)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            Write(file, text);
        }
    }
}
