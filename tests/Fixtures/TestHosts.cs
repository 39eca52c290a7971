namespace GoToolchain.Fixtures;

/// <summary>Hosts for tests that see nothing of the real machine but what they are given.</summary>
public static class TestHosts
{
    /// <summary>A host with an empty home and root file system, and no variables but <c>PATH</c> of the system programs.</summary>
    /// <param name="directory">Where home, temp and root lie.</param>
    /// <param name="variables">More variables.</param>
    public static HostMachine Empty(string directory, params (string Name, string Value)[] variables)
    {
        var home = Directory.CreateDirectory(Path.Combine(directory, "home")).FullName;
        var temp = Directory.CreateDirectory(Path.Combine(directory, "temp")).FullName;
        var root = Directory.CreateDirectory(Path.Combine(directory, "root")).FullName;
        return new HostMachine
        {
            Variables = variables.ToDictionary(v => v.Name, v => v.Value),
            HomeDirectory = home,
            TempDirectory = temp,
            FileSystemRoot = root,
            Platform = GoPlatform.Host,
        };
    }
}
