namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>pack</c>.</summary>
/// <param name="Packages">What was packed, in the order of the platforms asked for.</param>
internal sealed record PackDocument(IReadOnlyList<PackedMember> Packages) : ToolDocument
{
    public static PackDocument Of(IEnumerable<GoToolchainPackage> packages) =>
        new([.. packages.Select(p => new PackedMember(p.File, p.Id, p.Version, p.Size, p.IsReleased))]);
}

/// <summary>A package.</summary>
/// <param name="File">The package.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version for NuGet.</param>
/// <param name="Size">Its size.</param>
/// <param name="Released">It holds the archive of the release; false: one of the tree.</param>
internal sealed record PackedMember(string File, string Id, string Version, long Size, bool Released);
