namespace GoToolchain.MSBuild.Building;

/// <summary>The Go of an item in the words that targets and people are told.</summary>
/// <param name="Root">GOROOT: absolute.</param>
/// <param name="Version">Its version.</param>
/// <param name="Origin">Where it came from, in a few words.</param>
internal sealed record UsedGo(string Root, string Version, string Origin)
{
    public static UsedGo Of(GoInstallation go) => new(go.Root, go.Version.ToString(), GoOriginText.Of(go));

    public override string ToString() => $"Go {Version}, {Origin}, is at {Root}.";
}
