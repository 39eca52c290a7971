using System.Text;

namespace GoToolchain.Core.Tests.Versions;

/// <summary>A directory with project files, removed at the end.</summary>
internal sealed class ProjectTree : IDisposable
{
    public ProjectTree() => Directory.CreateDirectory(Root);

    /// <summary>A space, a letter that is not ASCII, and characters that shells and MSBuild care about: such paths are real.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"gotc-projekt ä;%23#'{Path.GetRandomFileName()}");

    public string PathOf(string relative) => Path.GetFullPath(relative, Root);

    public string Write(string relative, string text) => Write(relative, Encoding.UTF8.GetBytes(text));

    public string Write(string relative, byte[] content)
    {
        var file = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    public GoProject? Find(string directory = ".", params (string Name, string Value)[] variables) =>
        GoProjectFinder.Find(PathOf(directory), Machine(variables));

    /// <summary>A machine with these variables and no others.</summary>
    public HostMachine Machine(params (string Name, string Value)[] variables) =>
        new()
        {
            Variables = variables.ToDictionary(v => v.Name, v => v.Value),
            HomeDirectory = PathOf("home"),
            TempDirectory = PathOf("tmp"),
            Platform = new GoPlatform("linux", "amd64"),
        };

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
