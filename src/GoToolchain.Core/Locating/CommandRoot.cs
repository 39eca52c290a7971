using GoToolchain.Locating.Places;

namespace GoToolchain.Locating;

/// <summary>From a <c>go</c> command to the GOROOT around it.</summary>
internal static class CommandRoot
{
    // More hops than any system follows in one look-up.
    private const int MostLinks = 40;

    /// <summary>
    /// Follows one link at a time, so that <c>/usr/local/bin/go -> /usr/local/go/bin/go</c> keeps the spelling <c>/usr/local/go</c> when that is a
    /// link too.
    /// </summary>
    /// <param name="file">Absolute.</param>
    /// <param name="resolver">Knows the links that were met before.</param>
    /// <returns>Null when there is no GOROOT around it, nor around anything that it leads to.</returns>
    public static string? Find(string file, LinkResolver resolver)
    {
        var hop = file;
        for (var links = 0; links < MostLinks; links++)
        {
            if (Around(hop) is { } root)
            {
                return root;
            }

            if (new FileInfo(hop).LinkTarget is not { } target)
            {
                break;
            }

            hop = Path.GetFullPath(target, Path.GetDirectoryName(hop)!);
        }

        return resolver.Resolve(file) is { } end ? Around(end) : null;
    }

    private static string? Around(string file)
    {
        var bin = Path.GetDirectoryName(file);
        var root = Path.GetDirectoryName(bin);
        var isCommand = Path.GetFileNameWithoutExtension(file.AsSpan()) is "go" && Path.GetFileName(bin.AsSpan()) is "bin";
        return isCommand && root is not null && GoRootShape.Is(root) ? root : null;
    }
}
