namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>Lines that are about one cause.</summary>
/// <param name="kind">Who speaks.</param>
/// <param name="package">The package that is being built, when it is known.</param>
/// <param name="head">The line that says what is wrong; without its place when it has one.</param>
/// <param name="place">The place in the head.</param>
internal sealed class GoReport(ReportKind kind, string? package, string head, PlacedLine? place = null)
{
    private readonly List<string> _more = [];

    public ReportKind Kind => kind;

    public string? Package => package;

    public string Head => head;

    public PlacedLine? Place => place;

    /// <summary>A tool has been started for the package: before that, the go command itself speaks.</summary>
    public bool FromTool { get; init; }

    /// <summary>It comes from <c>go vet</c>.</summary>
    public bool FromVet { get; init; }

    /// <summary>It does not stop the build.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The lines around the head, in order.</summary>
    public IReadOnlyList<string> More => _more;

    public void Add(string line) => _more.Add(line);

    /// <summary>All of it: the head first.</summary>
    public string Text => _more.Count == 0 ? head : string.Join('\n', _more.Prepend(head));
}
