namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>env places</c>.</summary>
internal sealed record EnvPlacesDocument(IReadOnlyList<PlaceMember> Places) : ToolDocument
{
    public static EnvPlacesDocument Of(IEnumerable<WritablePlace> places) => new([.. places.Select(PlaceMember.Of)]);
}

/// <summary>A directory.</summary>
internal sealed record PlaceMember(
    string Path,
    IReadOnlyList<string> Purposes,
    string State,
    bool Writable,
    bool? CanExecute,
    bool Shared,
    long? FreeBytes,
    string? FileSystem,
    string? Reason
)
{
    public static PlaceMember Of(WritablePlace place) =>
        new(
            place.Path,
            place.Purposes,
            Words.Kebab(place.State),
            place.IsWritable,
            place.CanExecute,
            place.IsShared,
            place.FreeBytes,
            place.FileSystem,
            place.Reason
        );
}
