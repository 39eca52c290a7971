using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>The environment variables with which one item is built, on top of the user's.</summary>
internal static class GoBuildVariables
{
    // What Go uses when CGO_CFLAGS and CGO_LDFLAGS are not set (cmd/go/internal/cfg, DefaultCFlags).
    private const string DefaultFlags = "-g -O2";

    /// <summary>Reads the metadata of an item.</summary>
    public static Dictionary<string, string> Read(ITaskItem item, MetadataReader reader, GoTarget target, bool cgo, HostMachine host)
    {
        // The messages of C compilers are understood in English only.
        var variables = new Dictionary<string, string> { ["LC_ALL"] = "C" };
        foreach (var (name, value) in reader.Variables("Env"))
        {
            variables[name] = value;
        }

        foreach (var (name, value) in target.Variables.Where(v => v.Key != "GOARM" || !IsGiven(v.Key)))
        {
            variables[name] = value;
        }

        variables["CGO_ENABLED"] = cgo ? "1" : "0";
        Append("CGO_CFLAGS", item.Text("CgoCFlags"));
        Append("CGO_CXXFLAGS", item.Text("CgoCFlags"));
        Append("CGO_LDFLAGS", item.Text("CgoLdFlags"));
        return variables;

        bool IsGiven(string name) => variables.ContainsKey(name) || host.GetVariable(name) is not null;

        void Append(string name, string value)
        {
            if (value.Length > 0)
            {
                var before = variables.GetValueOrDefault(name) ?? host.GetVariable(name) ?? DefaultFlags;
                variables[name] = $"{before} {value}".Trim();
            }
        }
    }
}
