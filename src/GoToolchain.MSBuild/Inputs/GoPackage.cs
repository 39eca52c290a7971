using System.Text.Json.Serialization;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>A package as <c>go list -json</c> describes it (<c>go help list</c>). Names are Go's.
/// Settable, not init-only: generated JSON code sets init-only members that are absent to null instead of leaving their defaults.</summary>
internal sealed record GoPackage
{
    /// <summary>The fields to ask for: older Go versions compute much less then.</summary>
    public const string Fields =
        "Dir,Name,Standard,DepOnly,Module,GoFiles,CgoFiles,CFiles,CXXFiles,MFiles,HFiles,FFiles,SFiles,SwigFiles,SwigCXXFiles,SysoFiles,"
        + "IgnoredGoFiles,IgnoredOtherFiles,EmbedFiles,EmbedPatterns";

    public string Dir { get; set; } = "";
    public string Name { get; set; } = "";
    public bool Standard { get; set; }
    public bool DepOnly { get; set; }
    public GoModule? Module { get; set; }
    public IReadOnlyList<string> GoFiles { get; set; } = [];
    public IReadOnlyList<string> CgoFiles { get; set; } = [];
    public IReadOnlyList<string> CFiles { get; set; } = [];
    public IReadOnlyList<string> CXXFiles { get; set; } = [];
    public IReadOnlyList<string> MFiles { get; set; } = [];
    public IReadOnlyList<string> HFiles { get; set; } = [];
    public IReadOnlyList<string> FFiles { get; set; } = [];
    public IReadOnlyList<string> SFiles { get; set; } = [];
    public IReadOnlyList<string> SwigFiles { get; set; } = [];
    public IReadOnlyList<string> SwigCXXFiles { get; set; } = [];
    public IReadOnlyList<string> SysoFiles { get; set; } = [];

    /// <summary>Left out by a build constraint: an edit may bring them in.</summary>
    public IReadOnlyList<string> IgnoredGoFiles { get; set; } = [];
    public IReadOnlyList<string> IgnoredOtherFiles { get; set; } = [];
    public IReadOnlyList<string> EmbedFiles { get; set; } = [];
    public IReadOnlyList<string> EmbedPatterns { get; set; } = [];

    /// <summary>Neither Go's own nor from the module cache, whose files never change.</summary>
    [JsonIgnore]
    public bool CanChange => !Standard && Module is not { IsFromCache: true };

    [JsonIgnore]
    public IEnumerable<string> Files =>
        new[]
        {
            GoFiles,
            CgoFiles,
            CFiles,
            CXXFiles,
            MFiles,
            HFiles,
            FFiles,
            SFiles,
            SwigFiles,
            SwigCXXFiles,
            SysoFiles,
            IgnoredGoFiles,
            IgnoredOtherFiles,
            EmbedFiles,
        }
            .SelectMany(f => f)
            .Select(f => Path.Combine(Dir, f));
}
