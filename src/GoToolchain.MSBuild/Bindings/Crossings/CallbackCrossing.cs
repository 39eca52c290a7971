using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>A function pointer and the address that comes back with each call: in C# a delegate, for the time of the call.</summary>
/// <param name="Name">What Go calls the function pointer.</param>
/// <param name="Position">Of the function pointer.</param>
/// <param name="StatePosition">Of the address.</param>
/// <param name="Delegate">The type in C#.</param>
internal sealed record CallbackCrossing(string Name, int Position, int StatePosition, string Delegate) : Crossing(Name)
{
    public override string? Declaration(bool utf8) => $"{Delegate} {Parameter}";

    public override int Before(CodeWriter code, bool utf8) =>
        Using(code, Local, $"new global::GoToolchain.Interop.GoCallbackState({Parameter}, nameof({Parameter}))");

    public override IEnumerable<(int Position, string Expression)> Arguments =>
        [(Position, $"&Invoke{Delegate}"), (StatePosition, $"(void*){Local}.Id")];

    public override void After(CodeWriter code) => code.Line($"{Local}.Rethrow();");
}
