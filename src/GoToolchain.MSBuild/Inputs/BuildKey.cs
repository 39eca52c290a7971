using System.Security.Cryptography;
using System.Text;
using GoToolchain.MSBuild.Building;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>Everything but files that decides what <c>go build</c> makes: arguments, environment, and which Go.</summary>
internal static class BuildKey
{
    // Besides everything that begins with GO or CGO_.
    private static readonly HashSet<string> s_compilerVariables = new(StringComparer.Ordinal)
    {
        "AR",
        "CC",
        "CXX",
        "FC",
        "PKG_CONFIG",
        "PKG_CONFIG_PATH",
        "SOURCE_DATE_EPOCH",
    };

    // Where Go keeps and fetches things, not what it makes of them.
    private static readonly HashSet<string> s_placesOnly = new(StringComparer.Ordinal)
    {
        "GOCACHE",
        "GOTMPDIR",
        "GOPROXY",
        "GOTELEMETRY",
        "GOTELEMETRYDIR",
    };

    public static string Compute(GoBuildOptions options, SidecarDefinition sidecar, GoInstallation go, HostMachine host)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "arguments", options.ToBuildArguments(sidecar.Output));
        Add(hash, "directory", [sidecar.Directory]);
        Add(hash, "variables", options.Variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value));
        Add(
            hash,
            "environment",
            host.Variables.Where(v => Matters(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value)
        );
        Add(hash, "go", [go.Candidate.ResolvedRoot, go.Version.ToString(), InputFile.Read(go.GoExecutable).ToString()]);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool Matters(string name) =>
        s_compilerVariables.Contains(name)
        || name.StartsWith("CGO_", StringComparison.Ordinal)
        || (
            name.StartsWith("GO", StringComparison.Ordinal)
            && !name.StartsWith("GOTC_", StringComparison.Ordinal)
            && !s_placesOnly.Contains(name)
        );

    private static void Add(IncrementalHash hash, string name, IEnumerable<string> values)
    {
        // NUL cannot occur in an argument, a variable or a path, so no two different lists look the same.
        hash.AppendData(Encoding.UTF8.GetBytes(name + "\0" + string.Join('\0', values) + "\0\0"));
    }
}
