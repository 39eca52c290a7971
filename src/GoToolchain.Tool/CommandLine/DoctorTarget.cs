namespace GoToolchain.Tool.CommandLine;

/// <summary>What <c>doctor</c> is asked to examine: a version, or a directory that people name in more ways than one.</summary>
/// <param name="Spec">For the library; null: what would be used.</param>
/// <param name="Hint">What was understood, when that is not what was written: one sentence.</param>
internal sealed record DoctorTarget(string? Spec, string? Hint)
{
    private const string PathSpec = "path:";
    private static readonly string s_go = OperatingSystem.IsWindows() ? "go.exe" : "go";

    /// <summary>Reads the argument.</summary>
    /// <param name="argument">A spec; or a directory: one that exists, or anything with a separator or that begins with <c>.</c> or <c>~</c>.</param>
    /// <param name="home">Stands for <c>~</c>.</param>
    public static DoctorTarget Of(string? argument, string home)
    {
        if (argument is null)
        {
            return new DoctorTarget(null, null);
        }

        var named = argument.StartsWith(PathSpec, StringComparison.Ordinal) ? argument[PathSpec.Length..] : argument;
        if (named.Length == argument.Length && !IsDirectory(argument))
        {
            return new DoctorTarget(argument, null);
        }

        var directory = WorkingDirectory.Absolute(WithHome(named, home));
        var root = RootFor(directory);
        var hint =
            root == directory ? null
            : IsBelow(directory, root) ? $"{directory} is part of the GOROOT {root}, which is examined."
            : IsBelow(root, directory) ? $"{directory} is no GOROOT, but {root} is; it is examined."
            : $"{directory} leads into the GOROOT {root}, which is examined.";
        return new DoctorTarget(PathSpec + root, hint);
    }

    // A word may be a version and the name of something that is there: then it is the directory only if a Go may be in it.
    private static bool IsDirectory(string argument) =>
        argument.StartsWith('.')
        || argument.StartsWith('~')
        || argument.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || argument.Contains(Path.AltDirectorySeparatorChar, StringComparison.Ordinal)
        || (Path.Exists(argument) && (!IsSpec(argument) || IsRoot(Path.GetFullPath(argument))));

    private static bool IsSpec(string argument)
    {
        try
        {
            _ = GoVersionSpec.Parse(argument);
            return true;
        }
        catch (GoToolchainException)
        {
            return false;
        }
    }

    private static string WithHome(string path, string home) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal) ? home + path[1..] : path;

    // Its `bin/go`, its `bin`, a package in its `src`, a link to any of them, the directory that it was unpacked into.
    private static string RootFor(string path)
    {
        if (IsRoot(path) || !Path.Exists(path))
        {
            return path;
        }

        var inside = Path.Combine(path, "go");
        return RootAbove(path) ?? (Target(path) is { } target ? RootAbove(target) : null) ?? (IsRoot(inside) ? inside : path);
    }

    private static string? RootAbove(string path)
    {
        for (var parent = Path.GetDirectoryName(path); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (IsRoot(parent))
            {
                return parent;
            }
        }

        return null;
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target && Path.Exists(target.FullName)
                ? target.FullName
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, for example: what is wrong with the path that was named is the examination's to say.
            return null;
        }
    }

    // Even when damaged; but a file VERSION alone, or a `bin/go`, is found in many directories that are none.
    private static bool IsRoot(string directory)
    {
        bool[] parts =
        [
            File.Exists(Path.Combine(directory, "VERSION")),
            File.Exists(Path.Combine(directory, "bin", s_go)),
            Directory.Exists(Path.Combine(directory, "pkg", "tool")),
            Directory.Exists(Path.Combine(directory, "src", "runtime")),
        ];
        return parts.Count(isThere => isThere) >= 2;
    }

    private static bool IsBelow(string path, string directory) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
