using System.Reflection;

namespace GoToolchain.Testing.Provisioning;

/// <summary>
/// What the project file of the tests said about Go (<c>GoToolchainVersion</c>, <c>GoToolchainStore</c>, …): the build has left it in the assembly,
/// so that a run looks for the Go that the build has provided.
/// </summary>
internal sealed class BuildSettings
{
    private const string Prefix = "GoToolchain.Testing.";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string? _directory;

    private BuildSettings(IEnumerable<Assembly> assemblies)
    {
        foreach (var attribute in assemblies.SelectMany(a => a.GetCustomAttributes<AssemblyMetadataAttribute>()))
        {
            if (attribute.Key.StartsWith(Prefix, StringComparison.Ordinal) && attribute.Value is { Length: > 0 } value)
            {
                _values.TryAdd(attribute.Key[Prefix.Length..], value);
            }
        }

        _directory = _values.GetValueOrDefault("ProjectDirectory");
    }

    public static BuildSettings Read() => new(TestAssemblies.All);

    public string? Version => _values.GetValueOrDefault("GoToolchainVersion");

    public GoToolchainOptions ApplyTo(GoToolchainOptions options)
    {
        options = GoSettings.All.Aggregate(
            options,
            (all, setting) => all.With(setting, _values.GetValueOrDefault(setting.Property), $"{setting.Property} at build", _directory)
        );
        return _values.GetValueOrDefault("GoToolchainRoot") is { } root && _directory is not null
            ? options with
            {
                Root = Path.GetFullPath(root, _directory),
            }
            : options;
    }
}
