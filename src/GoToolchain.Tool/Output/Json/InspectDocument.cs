using GoToolchain.Tool.Commands;

namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>inspect</c>.</summary>
/// <param name="File">The file: absolute.</param>
/// <param name="Verdict"><c>go</c>, <c>no-build-info</c> or <c>damaged</c>.</param>
/// <param name="Reason">The verdict in words; empty for a Go program.</param>
/// <param name="Binary">What its headers say.</param>
/// <param name="Go">What Go left in it; null when there is nothing.</param>
/// <param name="Comparison">With the Go of this machine; null when Go left nothing.</param>
/// <param name="Linkage">The shared libraries that it needs; null when it could not be read that far.</param>
/// <param name="Trace">What it loaded while it ran; null when it was not run.</param>
/// <param name="Findings">What is wrong with its shared libraries: what the file shows, and what the run showed.</param>
internal sealed record InspectDocument(
    string File,
    string Verdict,
    string Reason,
    BinaryMember Binary,
    BuildInfoMember? Go,
    ComparisonMember? Comparison,
    LinkageMember? Linkage,
    TraceMember? Trace,
    IReadOnlyList<LinkageFindingMember> Findings
) : ToolDocument
{
    public static InspectDocument Of(
        GoBinaryFile binary,
        GoBuildComparison? comparison,
        LinkageInspection linkage,
        GoToolchainException? damage
    ) =>
        new(
            binary.File,
            Words.Kebab(damage is null ? binary.Verdict : GoBinaryVerdict.Damaged),
            binary.Reason.Length > 0 ? binary.Reason : damage?.Problem ?? "",
            BinaryMember.Of(binary),
            binary.BuildInfo is { } info ? BuildInfoMember.Of(info) : null,
            comparison is null ? null : ComparisonMember.Of(comparison),
            linkage.Report is { } report ? LinkageMember.Of(report) : null,
            linkage.Trace is { } trace ? TraceMember.Of(trace) : null,
            [.. linkage.Findings.Select(LinkageFindingMember.Of)]
        );
}

/// <summary>The headers.</summary>
internal sealed record BinaryMember(
    string Format,
    string? Platform,
    string? System,
    string? Architecture,
    IReadOnlyList<string> Architectures,
    string Kind,
    string? BuildMode,
    bool Dynamic,
    string? Interpreter,
    bool Stripped,
    bool DebugInfo,
    bool? ExportsCgo
)
{
    public static BinaryMember Of(GoBinaryFile binary) =>
        new(
            Words.Format(binary.Format).ToLowerInvariant(),
            binary.Platform?.ToString(),
            binary.System,
            binary.Architecture,
            binary.Architectures,
            Words.Kebab(binary.Kind),
            binary.BuildMode,
            binary.IsDynamic,
            binary.Interpreter,
            binary.IsStripped,
            binary.HasDebugInfo,
            binary.ExportsCgo
        );
}

/// <summary>What Go left.</summary>
internal sealed record BuildInfoMember(
    string GoVersion,
    string Path,
    ModuleMember? Main,
    IReadOnlyList<ModuleMember> Dependencies,
    IReadOnlyList<SettingMember> Settings,
    VcsMember? Vcs,
    IReadOnlyList<string> Experiments
)
{
    public static BuildInfoMember Of(GoBuildInfo info) =>
        new(
            info.GoVersion,
            info.Path,
            ModuleMember.Of(info.Main),
            [.. info.Dependencies.Select(module => ModuleMember.Of(module)!)],
            [.. info.Settings.Select(setting => new SettingMember(setting.Key, setting.Value))],
            info.Vcs is { } vcs ? new VcsMember(vcs.System, vcs.Revision, vcs.Time, vcs.IsModified) : null,
            info.Experiments
        );
}

/// <summary>A module.</summary>
internal sealed record ModuleMember(string Path, string Version, string Sum, ModuleMember? Replacement)
{
    public static ModuleMember? Of(GoBuildModule? module) =>
        module is null ? null : new ModuleMember(module.Path, module.Version, module.Sum, Of(module.Replacement));
}

/// <summary>A setting of the build.</summary>
internal sealed record SettingMember(string Key, string Value);

/// <summary>The version control system.</summary>
internal sealed record VcsMember(string System, string? Revision, DateTimeOffset? Time, bool? Modified);

/// <summary>The Go that built it, against the Go of this machine.</summary>
internal sealed record ComparisonMember(string Relation, string Sentence, IReadOnlyList<string> Remarks, string? Root, string? Version)
{
    public static ComparisonMember Of(GoBuildComparison comparison) =>
        new(
            Words.Kebab(comparison.Relation),
            comparison.Sentence,
            comparison.Remarks,
            comparison.Compared?.Root,
            comparison.Compared?.Version?.ToString()
        );
}
