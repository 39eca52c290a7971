using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>A string: UTF-8 for the time of the call.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Of the string, or of the pointer.</param>
/// <param name="LengthPosition">Of the length; null when there is none.</param>
/// <param name="LengthType">The type of the length in the import.</param>
/// <param name="Form">How Go takes it.</param>
internal sealed record TextCrossing(string Name, int Position, int? LengthPosition, string LengthType, TextForm Form) : Crossing(Name)
{
    // What ends with a zero has to be copied to get one.
    public override bool HasUtf8Form => Form != TextForm.Terminated;

    private string Address => Local + "Address";

    public override string? Declaration(bool utf8) =>
        utf8 && HasUtf8Form ? $"global::System.ReadOnlySpan<byte> {Parameter}"
        : Form == TextForm.Terminated ? $"string? {Parameter}"
        : $"string {Parameter}";

    public override int Before(CodeWriter code, bool utf8)
    {
        if (!(utf8 && HasUtf8Form))
        {
            var terminated = Form == TextForm.Terminated ? "true" : "false";
            Using(
                code,
                Local,
                $"new global::GoToolchain.Interop.GoUtf8({Parameter}, nameof({Parameter}), {terminated}, stackalloc byte[global::GoToolchain.Interop.GoUtf8.OnStack])"
            );
        }

        var bytes = utf8 && HasUtf8Form ? Parameter : Local + ".Bytes";
        if (Form != TextForm.Terminated)
        {
            code.Line($"var {Local}Length = {bytes}.Length;");
        }

        return Fixed(code, "byte", Address, bytes);
    }

    public override IEnumerable<(int Position, string Expression)> Arguments =>
        Form switch
        {
            TextForm.GoString => [(Position, $"new global::GoToolchain.Interop.GoString({Address}, {Local}Length)")],
            TextForm.Pair => [(Position, Address), (LengthPosition!.Value, $"checked(({LengthType}){Local}Length)")],
            _ => [(Position, Address)],
        };
}
