using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>Reads the metadata of an item, and refuses what it does not understand.</summary>
internal sealed class MetadataReader(GoItemKind kind, ITaskItem item, string projectFile)
{
    public bool? Boolean(string name) =>
        OneOf(name, "true", "false") switch
        {
            null => null,
            "true" => true,
            _ => false,
        };

    public string? OneOf(string name, params string[] allowed)
    {
        var text = item.GetMetadata(name).Trim();
        return text.Length == 0
            ? null
            : allowed.FirstOrDefault(a => a.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid($"{name} is `{text}`.", $"Use one of {string.Join(", ", allowed)}.");
    }

    public IEnumerable<(string Name, string Value)> Variables(string name)
    {
        foreach (var entry in item.List(name))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Invalid(
                    $"{name} has the entry `{entry}`.",
                    "Write NAME=value, with a semicolon between entries and %3B for one in a value."
                );
            }

            yield return (entry[..equals], entry[(equals + 1)..]);
        }
    }

    public GoToolchainException Invalid(string problem, string nextStep) =>
        GoBuildDefinition.Invalid(kind, item, projectFile, problem, nextStep);
}
