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

    /// <summary>Computes it.</summary>
    /// <returns>One digest for each word that people understand, so that a later build can say what has changed.</returns>
    public static IReadOnlyList<(string What, string Digest)> Compute(
        GoBuildOptions options,
        GoBuildDefinition definition,
        GoInstallation go,
        HostMachine host
    ) =>
        [
            .. Compute([definition.Directory, .. options.ToBuildArguments(definition.Output)], options.Variables, go, host),
            (
                "the C compiler",
                Digest(options.Compiler is { } compiler ? [compiler.Program, InputFile.Read(compiler.Program).ToString()] : [])
            ),
            ("the code for its bindings", options.Overlay?.Digest ?? ""),
        ];

    /// <summary>The same for any command of <c>go</c>.</summary>
    public static IReadOnlyList<(string What, string Digest)> Compute(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        GoInstallation go,
        HostMachine host
    ) =>
        [
            ($"an argument of go {arguments.SkipWhile(Path.IsPathRooted).First()}", Digest(arguments)),
            (
                "the metadata that sets environment variables",
                Digest(variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value))
            ),
            (
                "the environment",
                Digest(
                    host.Variables.Where(v => Matters(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value)
                )
            ),
            Toolchain(go),
        ];

    /// <summary>Which Go it is.</summary>
    public static (string What, string Digest) Toolchain(GoInstallation go) =>
        ("the Go that is used", Digest([go.Candidate.ResolvedRoot, go.Version.ToString(), InputFile.Read(go.GoExecutable).ToString()]));

    // NUL cannot occur in an argument, a variable or a path, so no two different lists look the same.
    public static string Digest(IEnumerable<string> values) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', values))).AsSpan(0, 16));

    private static bool Matters(string name) =>
        s_compilerVariables.Contains(name)
        || name.StartsWith("CGO_", StringComparison.Ordinal)
        || (
            name.StartsWith("GO", StringComparison.Ordinal)
            && !name.StartsWith("GOTC_", StringComparison.Ordinal)
            && !s_placesOnly.Contains(name)
        );
}
