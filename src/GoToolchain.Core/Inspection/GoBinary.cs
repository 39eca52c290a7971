namespace GoToolchain.Inspection;

/// <summary>The <c>go</c> command of a GOROOT, as far as its first bytes tell.</summary>
/// <param name="Verdict">Usable, or why it is not.</param>
/// <param name="Problem">Why it is not, as the end of a sentence.</param>
/// <param name="Header">What its header says.</param>
internal readonly record struct GoBinary(GoVerdict Verdict, string Problem, ExecutableHeader Header = default)
{
    // A real one has millions of bytes; what is this small is a placeholder or a launcher without a `#!` line.
    private const int SmallestProgram = 12;

    /// <summary>Looks at <c>bin/go</c> or <c>bin/go.exe</c>.</summary>
    /// <param name="root">GOROOT: a directory.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GoBinary Look(string root)
    {
        // Both names are tried on every host, for a tree of the wrong platform is to be called that.
        var file = Path.Combine(root, "bin", "go");
        var facts = FileFacts.Of(file);
        if (facts.Kind == FileKind.Missing && FileFacts.Of(file + ".exe") is { Kind: not FileKind.Missing } windows)
        {
            (file, facts) = (file + ".exe", windows);
        }

        return facts.Kind switch
        {
            FileKind.Missing => new GoBinary(GoVerdict.Incomplete, "bin/go is missing"),
            FileKind.DanglingLink => new GoBinary(GoVerdict.Incomplete, "bin/go is a link that leads nowhere"),
            FileKind.Directory => new GoBinary(GoVerdict.Incomplete, "bin/go is a directory"),
            _ => LookAtFile(file, facts),
        };
    }

    /// <summary>Looks at a file that is said to be <c>go</c>.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="facts">What the file system says about it.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GoBinary LookAtFile(string file, FileFacts facts)
    {
        var name = Path.GetFileName(file);
        if (facts.Length == 0)
        {
            return new GoBinary(GoVerdict.Incomplete, $"bin/{name} is empty or not a regular file");
        }

        var header = ExecutableHeader.Parse(FileHead.Read(file, stackalloc byte[ExecutableHeader.Size]));
        if (header.Format == ExecutableFormat.Script || facts.Length <= SmallestProgram)
        {
            return new GoBinary(GoVerdict.Launcher, $"bin/{name} is a script or launcher, not Go's own program", header);
        }

        if (header.Format == ExecutableFormat.Unknown)
        {
            return new GoBinary(GoVerdict.Incomplete, $"bin/{name} is damaged: its first bytes are not those of a program", header);
        }

        return facts.IsExecutable
            ? new GoBinary(GoVerdict.Usable, "", header)
            : new GoBinary(GoVerdict.Incomplete, $"bin/{name} is not executable", header);
    }
}
