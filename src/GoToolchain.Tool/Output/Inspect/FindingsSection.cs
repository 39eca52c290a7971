namespace GoToolchain.Tool.Output.Inspect;

/// <summary>What is wrong with the shared libraries of the file, and what to do.</summary>
/// <param name="findings">The worst first.</param>
internal sealed class FindingsSection(IReadOnlyList<LinkageFinding> findings) : IInspectSection
{
    public bool IsEmpty => findings.Count == 0;

    public void Write(TextWriter writer, int? width, Paint paint)
    {
        var text = new LabelledText(writer, width);
        foreach (var finding in findings)
        {
            var label = Words.Kebab(finding.Severity) + ":";
            var painted = finding.Severity switch
            {
                LinkageSeverity.Error => paint.Red(label),
                LinkageSeverity.Warning => paint.Yellow(label),
                _ => paint.Dim(label),
            };
            text.Write("", label, $"{finding.Message} [{Words.Kebab(finding.Problem)}]", painted);
            if (finding.Cure is { } cure)
            {
                text.Write("  ", "cure:", cure);
            }
        }
    }
}
