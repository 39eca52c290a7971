namespace GoToolchain.Locating;

/// <summary>The directories that variables of the environment name.</summary>
internal static class HostDirectories
{
    /// <summary>The directory that a variable names; null when it is not set or not absolute.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="variable">The name of the variable.</param>
    public static string? DirectoryOf(this HostMachine host, string variable) =>
        host.GetVariable(variable) is { } value && Path.IsPathFullyQualified(value) ? Path.TrimEndingDirectorySeparator(value) : null;

    /// <summary>
    /// The directory that a variable names, and the one that is meant without it: a manager uses one of the two, but what it left in the other is on
    /// the machine as well, and an IDE or a service often sees no variables of a shell.
    /// </summary>
    /// <param name="host">The machine.</param>
    /// <param name="variable">The name of the variable.</param>
    /// <param name="otherwise">Absolute.</param>
    public static IEnumerable<string> DirectoriesOf(this HostMachine host, string variable, string otherwise) =>
        host.DirectoryOf(variable) is { } named && named != otherwise ? [named, otherwise] : [otherwise];

    /// <summary>A path below home.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public static string AtHome(this HostMachine host, string path) => Path.Join(host.HomeDirectory, path);
}
