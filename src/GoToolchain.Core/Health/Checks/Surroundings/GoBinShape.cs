namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Whether a path looks like the <c>bin</c> of a Go tree: <c>/usr/local/go/bin</c>, <c>/opt/go1.24/bin</c>, but not <c>~/go/bin</c>.</summary>
internal static class GoBinShape
{
    /// <summary>Looks at the text alone.</summary>
    /// <param name="directory">The path.</param>
    /// <param name="host">The machine: the <c>go/bin</c> of its user is for the programs of <c>go install</c>.</param>
    public static bool Is(string directory, HostMachine host)
    {
        var path = Path.TrimEndingDirectorySeparator(directory);
        var parent = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
        var isUsersOwn = path.StartsWith(host.HomeDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return Path.GetFileName(path) == "bin"
            && (
                (parent == "go" && !isUsersOwn)
                || (parent.StartsWith("go1", StringComparison.Ordinal) && parent.Length > 3)
                || parent.StartsWith("go-1", StringComparison.Ordinal)
            );
    }
}
