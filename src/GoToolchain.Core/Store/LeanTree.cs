namespace GoToolchain.Store;

/// <summary>
/// A tree without the directories that no build reads: <c>api/</c> and <c>test/</c> are for who works on Go, <c>doc/</c> is for readers.
/// The modules that Go itself installs leave them out too (cmd/distpack/pack.go).
/// </summary>
internal static class LeanTree
{
    private static readonly string[] s_omitted = ["api", "doc", "test"];

    /// <summary>It is left out.</summary>
    /// <param name="path">Relative to GOROOT, with <c>/</c>.</param>
    public static bool Omits(string path) =>
        s_omitted.Any(d => path.Length > d.Length && path[d.Length] == '/' && path.StartsWith(d, StringComparison.Ordinal));

    /// <summary>The manifest of a lean tree.</summary>
    /// <param name="manifest">That of a whole one.</param>
    public static Manifest Of(Manifest manifest) => new(manifest.Entries.Where(e => !Omits(e.Path)));

    /// <summary>Removes from a tree what a source has unpacked all the same.</summary>
    /// <param name="root">GOROOT, not yet in use.</param>
    public static void Trim(string root)
    {
        foreach (var directory in s_omitted.Select(d => Path.Combine(root, d)).Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
