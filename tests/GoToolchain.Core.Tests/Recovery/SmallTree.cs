namespace GoToolchain.Core.Tests.Recovery;

/// <summary>A small GOROOT, and what a test does to it.</summary>
/// <param name="Root">Absolute.</param>
public sealed record SmallTree(string Root)
{
    public string this[string path] => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(this[path]);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public void CopyTo(string root)
    {
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
    }
}
