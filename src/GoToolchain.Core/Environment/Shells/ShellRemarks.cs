using GoToolchain.Environments.StartFiles;

namespace GoToolchain.Environments.Shells;

/// <summary>What in the start-up files of a user stands in the way of the right <c>go</c>, whatever PATH says.</summary>
internal static class ShellRemarks
{
    /// <summary>Full sentences.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> Of(HostMachine host)
    {
        var survey = StartFileSurvey.Read(host);
        foreach (var setting in survey.Settings.Where(s => s.Name == "GOROOT" && !s.ReadBy.StartsWith("nobody", StringComparison.Ordinal)))
        {
            yield return $"{setting.Place} sets GOROOT ({setting.ReadBy}), which binds every `go` to {setting.Value ?? setting.Text}: take the line out, Go finds its own."
                + (
                    setting.Value is { } root && !Directory.Exists(root)
                        ? " That directory does not exist; `gotoolchain doctor --fix` disables the line."
                        : ""
                );
        }

        foreach (var hint in survey.Hints)
        {
            yield return $"{hint.File}:{hint.Line} starts {hint.Program}. {hint.Effect}";
        }
    }
}
