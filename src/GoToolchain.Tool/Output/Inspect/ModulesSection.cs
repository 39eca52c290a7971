namespace GoToolchain.Tool.Output.Inspect;

/// <summary>The modules that went into the file, besides the main one.</summary>
/// <param name="info">What Go left in the file.</param>
internal sealed class ModulesSection(GoBuildInfo? info) : IInspectSection
{
    public bool IsEmpty => info is null or { Dependencies.Count: 0 };

    public void Write(TextWriter writer, int? width, Paint paint)
    {
        var table = new Table(new TableColumn("MODULE"), new TableColumn("VERSION"), new TableColumn("REPLACED BY", IsLong: true));
        foreach (var module in info!.Dependencies)
        {
            table.Add(
                emphasis: false,
                Visible.Text(module.Path),
                Visible.Text(module.Version),
                module.Replacement is { } replacement ? Visible.Text(replacement.ToString()) : ""
            );
        }

        table.Write(writer, width, paint);
    }
}
