namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>uninstall</c>.</summary>
/// <param name="Removed">The roots that were removed.</param>
internal sealed record UninstallDocument(IReadOnlyList<string> Removed) : ToolDocument;
