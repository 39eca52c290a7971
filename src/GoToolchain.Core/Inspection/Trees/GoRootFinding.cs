using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Something that is wrong with a GOROOT.</summary>
/// <param name="Area">The part of the examination that it belongs to.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The file or directory, relative to GOROOT, with <c>/</c>; empty: GOROOT itself.</param>
/// <param name="Sentence">What is wrong and what comes of it: one sentence.</param>
/// <param name="Harm">How bad.</param>
internal sealed record GoRootFinding(GoRootArea Area, GoRootFindingKind Kind, string Path, string Sentence, GoRootHarm Harm);
