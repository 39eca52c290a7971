namespace GoToolchain.Fixtures;

/// <summary>A directory of a test's own, removed at its end.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates it.</summary>
    /// <param name="name">Put into its name; may hold any characters that a file name may hold.</param>
    /// <param name="parent">Where; null: the machine's temporary directory.</param>
    public TemporaryDirectory(string name = "gotc", string? parent = null)
    {
        FullPath = Path.Combine(parent ?? Path.GetTempPath(), $"{name}-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(FullPath);
    }

    /// <summary>Absolute path.</summary>
    public string FullPath { get; }

    /// <summary>A path inside.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FullPath;
}
