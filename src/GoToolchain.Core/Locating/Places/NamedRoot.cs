namespace GoToolchain.Locating.Places;

/// <summary>A GOROOT that somebody wrote down. It is a candidate whatever is there, for its writer wants to know.</summary>
internal static class NamedRoot
{
    public static GoSighting ToSighting(string root) =>
        Path.IsPathFullyQualified(root)
            ? new GoSighting(Path.TrimEndingDirectorySeparator(root), root)
            : new GoSighting(root, root)
            {
                Doubt = GoVerdict.Missing,
                Reason = root.StartsWith('~')
                    ? $"`{root}` begins with a ~ that no shell has replaced by the home directory."
                    : $"`{root}` is not an absolute path.",
            };
}
