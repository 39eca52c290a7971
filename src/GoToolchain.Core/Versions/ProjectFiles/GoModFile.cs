namespace GoToolchain.Versions.ProjectFiles;

/// <summary>
/// The <c>go</c> and <c>toolchain</c> lines of a go.mod or go.work file (https://go.dev/ref/mod#go-mod-file, https://go.dev/doc/toolchain).
/// Everything else in it is for Go to judge.
/// </summary>
internal sealed class GoModFile
{
    public const string ModuleName = "go.mod";
    public const string WorkspaceName = "go.work";

    private readonly string _file;

    private GoModFile(string file) => _file = file;

    /// <summary>The <c>go</c> line: a minimum; null when there is none.</summary>
    public GoVersion? Minimum { get; private set; }

    /// <summary>The place of the <c>go</c> line.</summary>
    public string? MinimumPlace { get; private set; }

    /// <summary>The <c>toolchain</c> line; null when there is none or it says <c>default</c>.</summary>
    public VersionStatement? Toolchain { get; private set; }

    /// <summary>Reads the file of a directory.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="name"><see cref="ModuleName"/> or <see cref="WorkspaceName"/>.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>, with the line.</exception>
    public static GoModFile? Find(string directory, string name)
    {
        var file = Path.Combine(directory, name);
        return ProjectText.Read(file) is { } text ? Parse(text, file) : null;
    }

    /// <summary>Parses the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its absolute path, for messages.</param>
    public static GoModFile Parse(string text, string file)
    {
        var module = new GoModFile(file);
        var toolchainLine = 0;
        var block = 0;
        var lines = ProjectText.Lines(text);
        for (var i = 0; i < lines.Length; i++)
        {
            var words = GoModWords.Split(lines[i]) ?? throw module.Refuse(i, "A quoted string does not end on its line.");
            if (words is [])
            {
                continue;
            }

            if (block > 0)
            {
                block = words is [")"] ? 0 : block;
            }
            else if (words is [var verb, "("])
            {
                block = verb is "go" or "toolchain" ? throw module.Refuse(i, $"`{verb}` cannot be a block.") : i + 1;
            }
            else if (words[0] == "go")
            {
                module.TakeGo(words, i);
            }
            else if (words[0] == "toolchain")
            {
                toolchainLine =
                    toolchainLine == 0 ? i + 1 : throw module.Refuse(i, $"A second `toolchain` line; the first is line {toolchainLine}.");
                module.TakeToolchain(words, i);
            }
        }

        return block == 0 ? module : throw module.Refuse(block - 1, "The block that begins here is not closed.");
    }

    private void TakeGo(IReadOnlyList<string> words, int index)
    {
        if (Minimum is not null)
        {
            throw Refuse(index, $"A second `go` line; the first is {MinimumPlace}.");
        }

        if (words.Count != 2 || !char.IsAsciiDigit(words[1].FirstOrDefault()) || !GoVersion.TryParse(words[1], out var version))
        {
            throw Refuse(index, "The `go` line does not name one Go version.", "Write it like `go 1.21` or `go 1.24.4`.");
        }

        (Minimum, MinimumPlace) = (version, $"{_file}:{index + 1}");
    }

    private void TakeToolchain(IReadOnlyList<string> words, int index)
    {
        if (words is [_, "default"])
        {
            return;
        }

        if (words.Count != 2 || !words[1].StartsWith("go", StringComparison.Ordinal))
        {
            throw Refuse(
                index,
                "The `toolchain` line does not name one toolchain.",
                "Write it like `toolchain go1.24.4` or `toolchain default`."
            );
        }

        Toolchain = VersionStatement.Parse(words[1], _file, index + 1);
    }

    private GoToolchainException Refuse(int index, string problem, string? nextStep = null) =>
        VersionStatement.Refuse($"{_file}:{index + 1}", problem, nextStep);
}
