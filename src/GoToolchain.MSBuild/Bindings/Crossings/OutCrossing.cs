using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>A pointer to what Go fills: in C# it is a result.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Among the arguments of the import.</param>
/// <param name="Type">What it points to, in the import.</param>
internal sealed record OutCrossing(string Name, int Position, string Type) : Crossing(Name)
{
    public override string? Declaration(bool utf8) => null;

    public override int Before(CodeWriter code, bool utf8)
    {
        code.Line($"{Type} {Local} = default;");
        return 0;
    }

    public override IEnumerable<(int Position, string Expression)> Arguments => [(Position, "&" + Local)];
}
