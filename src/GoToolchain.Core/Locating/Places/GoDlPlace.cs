namespace GoToolchain.Locating.Places;

/// <summary>
/// <c>~/sdk/goX.Y.Z</c>, where the commands of <c>golang.org/dl</c> unpack. They leave the archive beside the tree and write
/// <c>.unpacked-success</c> last; <c>gotip</c> is built from source and has neither (golang.org/dl, internal/version and gotip).
/// </summary>
internal sealed class GoDlPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.GoDl;

    public PlaceNote Note { get; } =
        new(["~/sdk/goX.Y.Z", "~/sdk/gotip"], "`.unpacked-success`; with the downloaded archive and without that mark it is not complete");

    public IEnumerable<GoSighting> Look(HostMachine host) => PlaceDirectory.Children(host.AtHome("sdk"), IsGo, ToSighting);

    /// <summary>Neither the mark nor an archive is there: somebody else unpacked it.</summary>
    /// <param name="root">A directory in <c>~/sdk</c>.</param>
    public static bool IsForeign(string root) => !IsMarked(root) && !HasArchive(root);

    private static bool IsGo(ReadOnlySpan<char> name) => name is "gotip" || GoNames.IsVersion(name, "go");

    private static GoSighting? ToSighting(string root) =>
        Path.GetFileName(root) is "gotip" || !Directory.Exists(root) || IsMarked(root) ? PlaceDirectory.ToSighting(root)
        : !HasArchive(root) ? null
        : new GoSighting(root, root)
        {
            Doubt = GoVerdict.Incomplete,
            Reason = $"{root} was not unpacked to its end: the mark .unpacked-success of golang.org/dl is missing.",
        };

    private static bool IsMarked(string root) => File.Exists(Path.Join(root, ".unpacked-success"));

    private static bool HasArchive(string root)
    {
        try
        {
            return Directory
                .EnumerateFiles(root, "go*")
                .Any(file => file.EndsWith(".tar.gz", StringComparison.Ordinal) || file.EndsWith(".zip", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // What cannot be listed cannot be told; the inspector says why it is of no use.
            return true;
        }
    }
}
