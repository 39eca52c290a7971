using GoToolchain.Locating.Places;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// A shim of asdf: a script with a comment <c># asdf-plugin: golang X.Y.Z</c> for each version that has the command (asdf-vm/asdf, internal/shims). What
/// chooses is <c>ASDF_GOLANG_VERSION</c>, the nearest <c>.tool-versions</c>, the one at home.
/// </summary>
internal sealed class AsdfShim : ILauncher
{
    private const string Mark = "# asdf-plugin: go";

    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (!file.Text.Contains(Mark + "lang ", StringComparison.Ordinal) && !file.Text.Contains(Mark + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var choice =
            search.FromVariable("ASDF_GOLANG_VERSION")
            ?? search.FromProject(ToolVersionsFile.Find)
            ?? ToolVersionsFile.Find(search.Host.HomeDirectory);
        return Shim.Answer(file, "asdf", choice, AsdfPlace.DataDirectories(search.Host).SelectMany(AsdfPlace.Installed));
    }
}
