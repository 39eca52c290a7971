using GoToolchain.Locating.Places;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// A shim of mise: a link to <c>mise</c> (once <c>rtx</c>), which looks at the name that it is called by; on Windows a script with
/// <c>mise x -- go</c>, or a program in mise's directory <c>shims</c> (jdx/mise, src/shims.rs). What chooses is <c>MISE_GO_VERSION</c>, the nearest
/// <c>mise.toml</c> or <c>.tool-versions</c>, mise's own configuration.
/// </summary>
internal sealed class MiseShim : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (!IsShim(file, search.Host))
        {
            return null;
        }

        var choice =
            search.FromVariable("MISE_GO_VERSION")
            ?? search.FromProject(static directory => MiseFile.Find(directory) ?? ToolVersionsFile.Find(directory))
            ?? FromConfiguration(search.Host);
        return Shim.Answer(file, "mise", choice, MisePlace.Installed(search.Host));
    }

    private static bool IsShim(LauncherFile file, HostMachine host) =>
        file.TargetName is "mise" or "rtx"
        || file.Text.Contains("mise x -- go", StringComparison.Ordinal)
        || MisePlace.DataDirectories(host).Any(data => file.IsIn(Path.Join(data, "shims")));

    private static VersionStatement? FromConfiguration(HostMachine host)
    {
        var file =
            host.DirectoryOf("MISE_GLOBAL_CONFIG_FILE")
            ?? Path.Join(
                host.DirectoryOf("MISE_CONFIG_DIR") ?? Path.Join(host.DirectoryOf("XDG_CONFIG_HOME") ?? host.AtHome(".config"), "mise"),
                "config.toml"
            );
        return ProjectText.Read(file) is { } text ? MiseFile.Parse(text, file) : null;
    }
}
