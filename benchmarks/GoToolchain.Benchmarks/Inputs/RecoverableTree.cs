using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>A Go in a store of its own, on a machine of its own: <c>GOROOT</c> leads to it, and nothing else is there but what a benchmark puts there.</summary>
internal sealed class RecoverableTree
{
    private readonly string _directory;

    private RecoverableTree(string directory, string root) => (_directory, Root) = (directory, root);

    /// <summary>GOROOT: absolute.</summary>
    public string Root { get; }

    /// <summary>Installs it.</summary>
    /// <param name="input">The release.</param>
    /// <param name="hasArchive">The archive stays in the downloads.</param>
    /// <param name="hasSibling">Another tree of the same release is there.</param>
    public static async Task<RecoverableTree> CreateAsync(BenchmarkInput input, bool hasArchive, bool hasSibling)
    {
        var directory = input.Work.Next("machine");
        var go = await Contenders.ProductInstall.InstallAsync(input.Mirror.Url, Path.Combine(directory, "store"), input.Version);
        if (!hasArchive)
        {
            Directory.Delete(Path.Combine(directory, "store", "downloads"), recursive: true);
        }

        if (hasSibling)
        {
            Copy(go.Root, Path.Combine(directory, "home", "sdk", "go" + input.Version));
        }

        return new RecoverableTree(directory, go.Root);
    }

    /// <summary>A new manager each time, as a new process would have.</summary>
    public GoToolchainManager Manager() =>
        new(
            new GoToolchainOptions
            {
                Host = new HostMachine
                {
                    Variables = new Dictionary<string, string>
                    {
                        ["HOME"] = Path.Combine(_directory, "home"),
                        ["GOROOT"] = Root,
                        ["PATH"] = Path.Combine(Root, "bin"),
                    },
                    HomeDirectory = Path.Combine(_directory, "home"),
                    TempDirectory = Directory.CreateDirectory(Path.Combine(_directory, "temp")).FullName,
                    FileSystemRoot = Path.Combine(_directory, "system"),
                    Platform = TestGo.Host.Platform,
                },
                Store = Path.Combine(_directory, "store"),
            }
        );

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
    }
}
