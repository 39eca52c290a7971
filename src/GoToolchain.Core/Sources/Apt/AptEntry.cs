using System.Text;

namespace GoToolchain.Sources.Apt;

/// <summary>One entry of apt's list of sources: a stanza of a <c>*.sources</c> file, or a line of a <c>*.list</c> file.</summary>
/// <param name="Types"><c>deb</c>, <c>deb-src</c>.</param>
/// <param name="Uris">Where the archive is.</param>
/// <param name="Suites">For example <c>bookworm</c>, <c>bookworm-updates</c>.</param>
/// <param name="Components">For example <c>main</c>.</param>
/// <param name="Options">All other fields by their deb822 name, such as <c>Signed-By</c>. Lines of a long value are kept.</param>
/// <param name="File">The file that it was read from.</param>
internal sealed record AptEntry(
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Uris,
    IReadOnlyList<string> Suites,
    IReadOnlyList<string> Components,
    IReadOnlyDictionary<string, string> Options,
    string File
)
{
    // What says how the archive's signature and its age are checked. `Trusted` and `Allow-…` are left behind on purpose: they switch the
    // signature off, and without it nothing would vouch for the packages. Architectures, languages and targets are chosen by us.
    private static readonly HashSet<string> s_keptOptions = new(StringComparer.OrdinalIgnoreCase)
    {
        "Signed-By",
        "Check-Valid-Until",
        "Valid-Until-Min",
        "Valid-Until-Max",
        "Check-Date",
        "Date-Max-Future",
        "By-Hash",
        "Snapshot",
    };

    /// <summary>
    /// As a stanza of a <c>*.sources</c> file (sources.list(5)) that fetches nothing but package lists, and keeps the options which say how
    /// signatures are checked.
    /// </summary>
    public string ToStanza()
    {
        var text = new StringBuilder()
            .Append("Types: deb\nURIs: ")
            .AppendJoin(' ', Uris)
            .Append("\nSuites: ")
            .AppendJoin(' ', Suites)
            .Append('\n');
        if (Components.Count > 0)
        {
            text.Append("Components: ").AppendJoin(' ', Components).Append('\n');
        }

        text.Append("Targets: Packages\n");
        foreach (var (name, value) in Options.Where(o => s_keptOptions.Contains(o.Key)).OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(value.StartsWith('\n') ? "" : " ").Append(value).Append('\n');
        }

        return text.Append('\n').ToString();
    }
}
