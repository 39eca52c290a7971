using GoToolchain.Inspection;

namespace GoToolchain.Environments;

/// <summary>Finds programs as a shell does: the first file of that name on PATH that may be executed.</summary>
/// <param name="host">The machine.</param>
internal sealed class ProgramSearch(HostMachine host)
{
    // What cmd.exe assumes when PATHEXT is not set.
    private const string UsualExtensions = ".COM;.EXE;.BAT;.CMD";

    /// <summary>The file that would be run, or null.</summary>
    /// <param name="name">A name, or an absolute path.</param>
    public string? Find(string name) => FindAll(name).FirstOrDefault();

    /// <summary>Every file of that name on PATH, in the order of PATH. The first is the one that runs.</summary>
    /// <param name="name">A name, or an absolute path.</param>
    public IEnumerable<string> FindAll(string name)
    {
        if (Path.IsPathFullyQualified(name))
        {
            return FilesOf(name).Take(1);
        }

        return name.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0
            ? []
            : host.SearchPath.Distinct(StringComparer.Ordinal).SelectMany(directory => FilesOf(Path.Combine(directory, name)).Take(1));
    }

    /// <summary>It is a file that may be executed.</summary>
    /// <param name="file">Absolute.</param>
    public static bool IsProgram(string file)
    {
        try
        {
            return FileFacts.Of(file) is { Kind: FileKind.File, IsExecutable: true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A shell passes over it too.
            return false;
        }
    }

    private IEnumerable<string> FilesOf(string path)
    {
        if (!host.Platform.IsWindows)
        {
            return IsProgram(path) ? [path] : [];
        }

        string[] extensions = [.. (host.GetVariable("PATHEXT") ?? UsualExtensions).Split(';', StringSplitOptions.RemoveEmptyEntries)];
        return extensions
            .Select(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? path : path + extension)
            .Where(IsProgram);
    }
}
