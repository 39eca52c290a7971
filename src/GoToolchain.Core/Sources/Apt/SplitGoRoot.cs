using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Apt;

/// <summary>
/// Makes one self-contained GOROOT of the distribution's two packages. They split it: <c>usr/lib/go-1.N</c> has the programs and links
/// (<c>src</c>, <c>api</c>, <c>misc</c>, <c>test</c>, <c>pkg/include</c>) that lead into <c>usr/share/go-1.N</c>.
/// </summary>
/// <param name="unpacked">The directory into which both packages were unpacked: absolute. What it holds is moved out of it.</param>
/// <param name="logger">Where to log.</param>
internal sealed class SplitGoRoot(string unpacked, ILogger logger)
{
    // More than any package has; a chain of links longer than this is a circle.
    private const int MaxLinks = 40;

    /// <summary>Puts the tree together. Afterwards it has no links at all.</summary>
    /// <param name="name">For example <c>go-1.22</c>.</param>
    /// <param name="destination">A directory that does not exist yet, on the same volume.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.IncompleteToolchain"/>.</exception>
    public void Assemble(string name, string destination)
    {
        var root = Path.Combine(unpacked, "usr", "lib", name);
        if (!Directory.Exists(root))
        {
            throw Refuse($"The package has no directory /usr/lib/{name}.");
        }

        var share = Path.Combine(unpacked, "usr", "share", name);
        if (Directory.Exists(share))
        {
            ResolveLinks(share, share);
            Merge(share, root);
        }

        ResolveLinks(root, root);
        Directory.Move(root, destination);
    }

    private void Merge(string from, string to)
    {
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().ToArray())
        {
            var target = Path.Combine(to, entry.Name);
            var isDirectory = entry is DirectoryInfo;
            if (IsLink(target) && Resolve(target) == entry.FullName)
            {
                File.Delete(target);
            }

            if (!Exists(target))
            {
                Move(entry.FullName, target, isDirectory);
            }
            else if (isDirectory && Directory.Exists(target) && !IsLink(target))
            {
                Merge(entry.FullName, target);
            }
            else
            {
                throw Refuse($"Both packages have {Path.GetRelativePath(unpacked, target)}.");
            }
        }
    }

    private void ResolveLinks(string directory, string root)
    {
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos().ToArray())
        {
            if (entry.LinkTarget is { } text)
            {
                var target = Resolve(entry.FullName);
                File.Delete(entry.FullName);
                if (File.Exists(target))
                {
                    File.Copy(target, entry.FullName);
                }
                else if (Directory.Exists(target))
                {
                    if (target == root || target.StartsWith(root + "/", StringComparison.Ordinal))
                    {
                        throw Refuse($"The link {Path.GetRelativePath(unpacked, entry.FullName)} leads back into the tree ({text}).");
                    }

                    Move(target, entry.FullName, isDirectory: true);
                    ResolveLinks(entry.FullName, root);
                }
                else
                {
                    // Into a package that is not needed, such as the documentation.
                    SourceLog.DanglingLink(logger, entry.FullName, text);
                }
            }
            else if (entry is DirectoryInfo)
            {
                ResolveLinks(entry.FullName, root);
            }
        }
    }

    // Follows links as if `unpacked` were the root of the file system, so that none can lead to a file of the machine.
    private string Resolve(string path)
    {
        var pending = new Stack<string>(Parts(Path.GetRelativePath(unpacked, path)));
        var done = new List<string>();
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                // Above the root there is the root.
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }

            var next = Path.Combine([unpacked, .. done, part]);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MaxLinks)
                {
                    throw Refuse($"The link {Path.GetRelativePath(unpacked, path)} leads in a circle.");
                }

                if (target.StartsWith('/'))
                {
                    done.Clear();
                }

                foreach (var piece in Parts(target))
                {
                    pending.Push(piece);
                }
            }
            else
            {
                done.Add(part);
            }
        }

        return Path.Combine([unpacked, .. done]);
    }

    // The last part first, ready to be pushed on the stack.
    private static IEnumerable<string> Parts(string path) => path.Split('/').Where(p => p is not ("" or ".")).Reverse();

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static bool Exists(string path) => IsLink(path) || File.Exists(path) || Directory.Exists(path);

    private static void Move(string from, string to, bool isDirectory)
    {
        if (isDirectory)
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private static GoToolchainException Refuse(string problem) =>
        new(
            GoErrorCodes.IncompleteToolchain,
            problem,
            nextStep: "The packages of this distribution are built in a way that is not known here; use another source."
        );
}
