namespace GoToolchain.Tool.Output.Inspect;

/// <summary>The shared libraries that the file needs, directly or not: each once, with the first file that needs it.</summary>
/// <param name="linkage">Null: the file could not be read that far.</param>
internal sealed class LibrariesSection(LinkageReport? linkage) : IInspectSection
{
    public bool IsEmpty => linkage is null or { IsDynamic: false } || linkage.Files.Count + linkage.File.Needs.Count < 2;

    public void Write(TextWriter writer, int? width, Paint paint)
    {
        var table = new Table(
            new TableColumn("LIBRARY"),
            new TableColumn("FOUND BY"),
            new TableColumn("FILE", IsLong: true),
            new TableColumn("NEEDED BY", IsLong: true)
        );
        foreach (var (need, by) in Rows())
        {
            table.Add(
                emphasis: false,
                Visible.Text(need.Name),
                Origin(need),
                Visible.Text(need.File?.Path ?? ""),
                by == linkage!.File ? "" : Visible.Text(by.Name)
            );
        }

        table.Write(writer, width, paint);
    }

    // In the order in which they are loaded.
    private IEnumerable<(LibraryNeed Need, LinkedFile By)> Rows()
    {
        var seen = new HashSet<object>();
        return linkage!
            .Files.SelectMany(by => by.Needs.Select(need => (Need: need, By: by)))
            .Where(row => seen.Add((object?)row.Need.File ?? row.Need.Name));
    }

    private string Origin(LibraryNeed need) =>
        need.IsFound ? Words.Kebab(need.Origin)
        : need.IsOptional ? "not found (optional)"
        : linkage!.Findings.Any(f => f.Problem == LinkageProblem.WrongMachine) ? "-"
        : "not found";
}
