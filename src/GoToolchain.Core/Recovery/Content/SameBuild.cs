using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>
/// One version is built by many: the programs of a distribution's package and those of go.dev differ, and so do patched sources. A tree is only
/// compared with one of the same build.
/// </summary>
internal static class SameBuild
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // Scripts have more in common.
    private const int SmallestProgram = 200_000;

    /// <summary>No program of the tree is left, or one of them is exactly as the manifest says.</summary>
    /// <param name="root">The tree: absolute.</param>
    /// <param name="manifest">The other one.</param>
    /// <param name="cancel">Ends it.</param>
    public static bool MayBe(string root, Manifest manifest, CancellationToken cancel)
    {
        using var hash = new FileHash();
        var isThere = false;
        foreach (var entry in manifest.Entries.Where(IsProgram).OrderBy(e => e.Size))
        {
            var file = Path.Combine(root, entry.Path);
            if (FileState.Of(file) is not { Kind: FileStateKind.File, Size: > SmallestProgram } state)
            {
                continue;
            }

            isThere = true;
            try
            {
                if (state.Size == entry.Size && hash.Of(file, entry.Size, out _, cancel) == entry.Digest)
                {
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another one may tell.
            }
        }

        return !isThere;
    }

    private static bool IsProgram(ManifestEntry entry) =>
        entry.Size > SmallestProgram
        && (
            (entry.Mode & AnyExecute) != 0
            || entry.Path.StartsWith("bin/", StringComparison.Ordinal)
            || entry.Path.StartsWith("pkg/tool/", StringComparison.Ordinal)
        );
}
