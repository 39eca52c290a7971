namespace GoToolchain;

/// <summary>A module that went into a program.</summary>
/// <param name="Path">The module path: <c>golang.org/x/text</c>; a directory where a replacement leads to one.</param>
/// <param name="Version">Its version: <c>v0.14.0</c>, <c>(devel)</c> for what lies in a directory.</param>
/// <param name="Sum">Its checksum, as in go.sum; empty when it is not known.</param>
public sealed record GoBuildModule(string Path, string Version, string Sum)
{
    /// <summary>The module whose code was used instead; null when none was.</summary>
    public GoBuildModule? Replacement { get; init; }

    /// <summary>Path and version, and what replaces it.</summary>
    public override string ToString()
    {
        var text = Version.Length == 0 ? Path : $"{Path}@{Version}";
        return Replacement is null ? text : $"{text} => {Replacement}";
    }
}
