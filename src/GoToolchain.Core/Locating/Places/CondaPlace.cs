namespace GoToolchain.Locating.Places;

/// <summary>The package <c>go</c> of conda-forge in the active environment.</summary>
internal sealed class CondaPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Conda;

    public PlaceNote Note { get; } =
        new(["$CONDA_PREFIX/go"], "the directory, or a link in its place; other environments than the active one are not looked for");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoryOf("CONDA_PREFIX") is { } prefix ? PlaceDirectory.IfThere(Path.Join(prefix, "go")) : [];
}
