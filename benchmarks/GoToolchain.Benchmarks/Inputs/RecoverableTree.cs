using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>A Go in a store of its own, on a machine of its own: <c>GOROOT</c> leads to it, and nothing else is there but what a benchmark puts there.</summary>
internal sealed class RecoverableTree
{
    /// <summary>One that is there already.</summary>
    /// <param name="directory">What is its own: absolute.</param>
    /// <param name="root">GOROOT: absolute.</param>
    public RecoverableTree(string directory, string root) => (Directory, Root) = (directory, root);

    /// <summary>Its machine: absolute.</summary>
    public string Directory { get; }

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
            System.IO.Directory.Delete(Path.Combine(directory, "store", "downloads"), recursive: true);
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
                        ["HOME"] = Path.Combine(Directory, "home"),
                        ["GOROOT"] = Root,
                        ["PATH"] = Path.Combine(Root, "bin"),
                    },
                    HomeDirectory = Path.Combine(Directory, "home"),
                    TempDirectory = System.IO.Directory.CreateDirectory(Path.Combine(Directory, "temp")).FullName,
                    FileSystemRoot = Path.Combine(Directory, "system"),
                    Platform = TestGo.Host.Platform,
                },
                Store = Path.Combine(Directory, "store"),
            }
        );

    private static void Copy(string from, string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
    }
}
