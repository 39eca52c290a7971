using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>The number of something that Go keeps (<c>cgo.Handle</c>): in C# a <c>SafeHandle</c>, which stays open for the time of the call.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Among the arguments of the import.</param>
/// <param name="Handle">The type in C#.</param>
internal sealed record HandleCrossing(string Name, int Position, string Handle) : Crossing(Name)
{
    public override string? Declaration(bool utf8) => $"{Handle} {Parameter}";

    public override int Before(CodeWriter code, bool utf8) =>
        Using(code, Local, $"new global::GoToolchain.Interop.GoHandleScope({Parameter}, nameof({Parameter}))");

    public override IEnumerable<(int Position, string Expression)> Arguments => [(Position, Local + ".Value")];
}
