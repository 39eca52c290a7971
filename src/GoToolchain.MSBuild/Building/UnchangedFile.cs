namespace GoToolchain.MSBuild.Building;

/// <summary>Writes files that others may read at any moment, and leaves those alone that are right already.</summary>
internal static class UnchangedFile
{
    /// <summary>Writes a text whole or not at all.</summary>
    /// <param name="file">Where: absolute.</param>
    /// <param name="text">What.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task WriteAsync(string file, string text, CancellationToken cancel)
    {
        if (File.Exists(file) && await File.ReadAllTextAsync(file, cancel).ConfigureAwait(false) == text)
        {
            return;
        }

        var temporary = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(temporary, text, cancel).ConfigureAwait(false);
        File.Move(temporary, file, overwrite: true);
    }
}
