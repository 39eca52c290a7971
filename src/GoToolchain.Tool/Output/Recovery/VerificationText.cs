using GoToolchain.Recovery.Content;

namespace GoToolchain.Tool.Output.Recovery;

/// <summary>What a content check found, for people.</summary>
internal static class VerificationText
{
    /// <summary>The answer: its first line says it all.</summary>
    public static void Write(VerificationReport report, TextWriter writer, int? width, Paint paint)
    {
        var content = report.Content;
        var verdict =
            report.IsAdopted ? "adopted"
            : content.IsSame ? "same"
            : "differs";
        writer.WriteLine(paint.Bold($"{verdict}: {report.Root}"));
        var text = new LabelledText(writer, width);
        var version = report.Version is { } v ? $"Go {v} for {report.Platform}, " : "";
        text.Write("  ", "compared", $"{version}with {report.ComparedWith}{Trust(report)}");
        text.Write(
            "  ",
            "files",
            $"{Words.Count(content.Files)}, of which {Words.Count(content.HashedFiles)} were read ({Words.Size(content.HashedBytes)}), in {Words.Duration(content.Duration)}"
        );
        if (!content.IsSame)
        {
            var counts = content.Differences.GroupBy(d => d.Kind).OrderBy(g => g.Key);
            text.Write(
                "  ",
                "found",
                string.Join(", ", counts.Select(g => $"{Words.Count(g.Count())} {Words.Kebab(g.Key).Replace('-', ' ')}"))
            );
            new DifferenceList(writer, width, paint).Write(content);
        }
    }

    private static string Trust(VerificationReport report) =>
        report.Basis == ContentBasis.Installed ? $" ({Words.Kebab(report.Trust)})" : "";
}
