namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>link</c>.</summary>
/// <param name="Link">The link.</param>
/// <param name="Go">Where it leads.</param>
internal sealed record LinkDocument(string Link, InstallationDocument Go) : ToolDocument;
