namespace GoToolchain.Store;

/// <summary>Writes a small file of the store whole: a kill leaves its draft in the staging directory, which is swept.</summary>
internal static class StoreFile
{
    /// <summary>Writes it.</summary>
    /// <param name="layout">The store.</param>
    /// <param name="toolchain">The toolchain whose lock the caller holds: its drafts are swept with it.</param>
    /// <param name="file">Absolute; its directory exists.</param>
    /// <param name="content">All of it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(StoreLayout layout, string toolchain, string file, byte[] content)
    {
        Directory.CreateDirectory(layout.Staging);
        var draft = layout.NewStaging(toolchain);
        File.WriteAllBytes(draft, content);
        File.Move(draft, file, overwrite: true);
    }
}
