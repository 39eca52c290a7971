namespace GoToolchain.Locating.Places;

/// <summary>
/// <c>~/sdk/goX.Y.Z</c>, where the commands of <c>golang.org/dl</c> unpack. They write <c>.unpacked-success</c> last; <c>gotip</c> is built from
/// source and has none (golang.org/dl, internal/version and gotip).
/// </summary>
internal sealed class GoDlPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.GoDl;

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        PlaceDirectory.Children(Path.Combine(host.HomeDirectory, "sdk"), IsGo, ToSighting);

    private static bool IsGo(string name) =>
        name is "gotip" || (name.StartsWith("go", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiDigit(name[2]));

    private static GoSighting ToSighting(string root) =>
        Path.GetFileName(root) is "gotip" || !Directory.Exists(root) || File.Exists(Path.Combine(root, ".unpacked-success"))
            ? new GoSighting(root, root)
            : new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was not unpacked to its end: the mark .unpacked-success of golang.org/dl is missing.",
            };
}
