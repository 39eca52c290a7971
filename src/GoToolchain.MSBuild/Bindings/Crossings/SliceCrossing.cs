using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>A slice: the memory of .NET where it lies, pinned for the time of the call.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Of the slice, or of the pointer.</param>
/// <param name="LengthPosition">Of the length; null: it is a <c>GoSlice</c>.</param>
/// <param name="LengthType">The type of the length in the import.</param>
/// <param name="Element">The type of an element in C#.</param>
/// <param name="PointerType">The type of the pointer in the import.</param>
/// <param name="IsWritten">Go writes into it.</param>
internal sealed record SliceCrossing(
    string Name,
    int Position,
    int? LengthPosition,
    string LengthType,
    string Element,
    string PointerType,
    bool IsWritten
) : Crossing(Name)
{
    public override string? Declaration(bool utf8) => $"global::System.{(IsWritten ? "" : "ReadOnly")}Span<{Element}> {Parameter}";

    public override int Before(CodeWriter code, bool utf8) => Fixed(code, Element, Local, Parameter);

    public override IEnumerable<(int Position, string Expression)> Arguments =>
        LengthPosition is { } length
            ? [(Position, $"({PointerType}){Local}"), (length, $"checked(({LengthType}){Parameter}.Length)")]
            : [(Position, $"new global::GoToolchain.Interop.GoSlice({Local}, {Parameter}.Length)")];
}
