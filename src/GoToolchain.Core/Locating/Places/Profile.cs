namespace GoToolchain.Locating.Places;

/// <summary>Directories in which a package manager gathers links to everything that is installed.</summary>
internal static class Profile
{
    /// <summary>The GOROOT of the <c>go</c> of each.</summary>
    /// <param name="profiles">Absolute; they may be missing.</param>
    public static IEnumerable<GoSighting> Look(IEnumerable<string> profiles)
    {
        LinkResolver? resolver = null;
        foreach (var profile in profiles.Distinct(StringComparer.Ordinal))
        {
            var command = Path.Join(profile, "bin", "go");
            if (File.Exists(command) && CommandRoot.Find(command, resolver ??= new LinkResolver()) is { } root)
            {
                yield return new GoSighting(root, command);
            }
        }
    }
}
