using GoToolchain.Locating.Places;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// A shim of proto: a copy of its program <c>proto-shim</c> in <c>$PROTO_HOME/shims</c> (moonrepo/proto, crates/shim). What chooses is
/// <c>PROTO_GO_VERSION</c>, the nearest <c>.prototools</c>, the one in <c>$PROTO_HOME</c>.
/// </summary>
internal sealed class ProtoShim : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (ProtoPlace.Homes(search.Host).FirstOrDefault(home => file.IsIn(Path.Join(home, "shims"))) is not { } home)
        {
            return null;
        }

        var choice = search.FromVariable("PROTO_GO_VERSION") ?? search.FromProject(ProtoToolsFile.Find) ?? ProtoToolsFile.Find(home);
        return Shim.Answer(file, "proto", choice, ProtoPlace.Installed(home));
    }
}
