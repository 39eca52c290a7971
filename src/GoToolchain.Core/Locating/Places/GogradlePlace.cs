namespace GoToolchain.Locating.Places;

/// <summary>The plugin gogradle of Gradle (gogradle/gogradle, DefaultGlobalCacheManager and DefaultGoBinaryManager).</summary>
internal sealed class GogradlePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Gogradle;

    public PlaceNote Note { get; } =
        new(["$GRADLE_USER_HOME/go/binary/X.Y.Z/go", "~/.gradle/go/binary/X.Y.Z/go"], "every directory in there");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoriesOf("GRADLE_USER_HOME", host.AtHome(".gradle"))
            .SelectMany(home => PlaceDirectory.Children(Path.Join(home, "go", "binary"), static _ => true, "go"));
}
