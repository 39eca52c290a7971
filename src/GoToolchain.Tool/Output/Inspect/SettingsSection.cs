namespace GoToolchain.Tool.Output.Inspect;

/// <summary>The settings of the build.</summary>
internal static class SettingsSection
{
    public static IInspectSection Of(GoBuildInfo? info)
    {
        var fields = new FieldList("Build settings");
        // The state of the version control system stands in the section before. Empty settings are left out.
        foreach (var setting in info?.Settings.Where(s => s.Key.Split('.')[0] != "vcs") ?? [])
        {
            fields.Add(setting.Key, setting.Value);
        }

        return fields;
    }
}
