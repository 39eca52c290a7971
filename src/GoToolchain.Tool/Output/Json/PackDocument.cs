namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>pack</c>.</summary>
/// <param name="File">The package.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version for NuGet.</param>
/// <param name="Size">Its size.</param>
/// <param name="Released">It holds the archive of the release; false: one of the installed tree.</param>
internal sealed record PackDocument(string File, string Id, string Version, long Size, bool Released) : ToolDocument;
