using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>A pointer to one value of the caller's.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Among the arguments of the import.</param>
/// <param name="Type">What it points to, in C#.</param>
/// <param name="Modifier"><c>ref</c> or <c>in</c>.</param>
internal sealed record ReferenceCrossing(string Name, int Position, string Type, string Modifier) : Crossing(Name)
{
    public override string? Declaration(bool utf8) => $"{Modifier} {Type} {Parameter}";

    public override int Before(CodeWriter code, bool utf8) => Fixed(code, Type, Local, "&" + Parameter);

    public override IEnumerable<(int Position, string Expression)> Arguments => [(Position, Local)];
}
