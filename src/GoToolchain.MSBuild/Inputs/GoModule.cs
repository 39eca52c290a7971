using System.Text.Json.Serialization;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>The module of a package as <c>go list -json</c> describes it.</summary>
internal sealed record GoModule
{
    public bool Main { get; set; }
    public string Dir { get; set; } = "";
    public string GoMod { get; set; } = "";
    public string Version { get; set; } = "";
    public GoModule? Replace { get; set; }

    /// <summary>A release in the module cache; not the main module, a directory that replaces one, or a vendored copy (which has no Dir).</summary>
    [JsonIgnore]
    public bool IsFromCache => !Main && Dir.Length > 0 && (Replace ?? this).Version.Length > 0;
}
