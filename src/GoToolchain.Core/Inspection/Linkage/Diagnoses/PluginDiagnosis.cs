namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>Whether a Go program can open a plugin: what the linker compares by hashes of packages can be told from both build informations.</summary>
internal static class PluginDiagnosis
{
    private const int MostModules = 5;

    // Each of them changes the code of packages, and so their hashes.
    private static readonly string[] s_settings =
    [
        "-trimpath",
        "-race",
        "-msan",
        "-asan",
        "-tags",
        "-gcflags",
        "-asmflags",
        "-cover",
        "GOEXPERIMENT",
        "GOFIPS140",
        "GOAMD64",
        "GOARM",
        "GOARM64",
        "GO386",
    ];

    /// <summary>What speaks against it.</summary>
    public static IEnumerable<LinkageFinding> Compare(GoBinaryFile program, GoBinaryFile plugin)
    {
        if (program.BuildInfo is not { } host || plugin.BuildInfo is not { } guest)
        {
            yield break;
        }

        if (program.Architecture != plugin.Architecture)
        {
            yield return Mismatch(plugin, $"{plugin.File} is for {plugin.Architecture}, and {program.File} for {program.Architecture}.");
            yield break;
        }

        if (!program.IsDynamic)
        {
            yield return Mismatch(
                plugin,
                $"{program.File} is a static program, which cannot open plugins: `plugin: not implemented`.",
                "Build the program with cgo (`CGO_ENABLED=1`), and without `-static`."
            );
        }

        if (host.GoVersion != guest.GoVersion)
        {
            yield return Mismatch(
                plugin,
                $"{plugin.File} was built by {guest.GoVersion}, and {program.File} by {host.GoVersion}. Go ends the program: `fatal error: runtime: no plugin module data`, or says `plugin was built with a different version of package …`."
            );
        }

        foreach (var name in s_settings.Where(s => (host.Setting(s) ?? "") != (guest.Setting(s) ?? "")))
        {
            yield return Mismatch(
                plugin,
                $"{plugin.File} was built with {Show(name, guest)}, and {program.File} with {Show(name, host)}. Go says: `plugin was built with a different version of package …`."
            );
        }

        var shared =
            from ours in host.Dependencies
            join theirs in guest.Dependencies on ours.Path equals theirs.Path
            where ours.Version != theirs.Version || ours.Replacement?.Path != theirs.Replacement?.Path
            select (ours.Path, Ours: ours.Version, Theirs: theirs.Version);
        foreach (var module in shared.Take(MostModules))
        {
            yield return Mismatch(
                plugin,
                $"{plugin.File} holds {module.Path} {module.Theirs}, and {program.File} {module.Ours}. Go says: `plugin was built with a different version of package {module.Path}`."
            );
        }
    }

    private static string Show(string name, GoBuildInfo info) => info.Setting(name) is { } value ? $"{name}={value}" : $"no {name}";

    private static LinkageFinding Mismatch(GoBinaryFile plugin, string message, string? cure = null) =>
        new(
            LinkageProblem.PluginMismatch,
            LinkageSeverity.Error,
            message,
            cure ?? "Build the program and its plugins together: with the same Go, the same flags, and one go.mod or go.work.",
            plugin.File
        );
}
