using System.Globalization;

namespace GoToolchain.Tool.Output.Inspect;

/// <summary>Which Go built the file, from what, and how that Go relates to the one of this machine.</summary>
internal static class GoSection
{
    public static IInspectSection Of(GoBinaryFile binary, GoBuildComparison? comparison)
    {
        var fields = new FieldList("Go");
        if (binary.BuildInfo is not { } info)
        {
            fields.Add("built by", "not known");
            fields.Add("note", binary.Verdict == GoBinaryVerdict.NoBuildInfo ? Sentence(binary) : null);
            return fields;
        }

        fields.Add("built by", info.GoVersion);
        fields.Add("package", info.Path);
        fields.Add("module", info.Main?.ToString());
        fields.Add("commit", info.Vcs is { } vcs ? Commit(vcs) : null);
        fields.Add("compared", comparison?.Sentence);
        foreach (var remark in comparison?.Remarks ?? [])
        {
            fields.Add("note", remark);
        }

        return fields;
    }

    // The path stands above.
    private static string Sentence(GoBinaryFile binary)
    {
        var reason = binary.Reason[(binary.File.Length + 2)..];
        return char.ToUpperInvariant(reason[0]) + reason[1..];
    }

    private static string Commit(GoVcsInfo vcs)
    {
        var time = vcs.Time is { } at ? at.UtcDateTime.ToString(" 'of' yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";
        var state = vcs.IsModified switch
        {
            true => ", modified",
            false => ", not modified",
            _ => "",
        };
        return $"{vcs.System} {vcs.Revision ?? "without a commit"}{time}{state}";
    }
}
