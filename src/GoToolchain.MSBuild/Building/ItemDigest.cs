using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>
/// A short digest of what a project says of an item: two frameworks that say the same share one build, two that differ do not overwrite each
/// other's.
/// </summary>
internal static class ItemDigest
{
    /// <summary>How long it is; as text it has twice as many characters.</summary>
    public const int Bytes = 4;

    // Where it lands makes no difference to what is built.
    private static readonly string[] s_places =
    [
        "Link",
        "CopyToOutputDirectory",
        "CopyToPublishDirectory",
        "ExcludeFromSingleFile",
        "Pack",
        "PackagePath",
        "RuntimeIdentifiers",
        "Visible",
        // What C# is made of it.
        "BindingsNamespace",
        "BindingsClass",
        "BindingsAccess",
    ];

    /// <summary>Computes it.</summary>
    /// <param name="kind">The kind of item.</param>
    /// <param name="item">The item.</param>
    /// <param name="settings">What else decides.</param>
    public static string Compute(GoItemKind kind, ITaskItem item, IEnumerable<string> settings)
    {
        // Only what the project wrote: FullPath, ModifiedTime and their like are asked for one by one and are not among the custom ones.
        var metadata = item.CloneCustomMetadata()
            .Keys.Cast<string>()
            .Where(n => !s_places.Contains(n, StringComparer.OrdinalIgnoreCase))
            .Select(n => $"{n.ToUpperInvariant()}={item.GetMetadata(n)}")
            .Order(StringComparer.Ordinal);
        var text = string.Join('\0', [kind.ToString(), item.ItemSpec, .. settings, .. metadata]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes)).ToLowerInvariant();
    }
}
