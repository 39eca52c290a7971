namespace GoToolchain.MSBuild.Inputs;

/// <summary>A file that a build read, or looked for, as it was then.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Size">Bytes; -1: there was none.</param>
/// <param name="Ticks">When it was last written, in UTC ticks; 0: there was none.</param>
internal readonly record struct InputFile(string Path, long Size, long Ticks)
{
    public static InputFile Read(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new InputFile(path, file.Length, file.LastWriteTimeUtc.Ticks) : new InputFile(path, -1, 0);
    }

    public bool IsUnchanged => Read(Path) == this;
}
