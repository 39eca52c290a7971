using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>The number of a <c>context.Context</c>: in C# a cancellation token.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Among the arguments of the import.</param>
internal sealed record ContextCrossing(string Name, int Position) : Crossing(Name)
{
    /// <summary>What every C# method calls it.</summary>
    public const string Token = "cancellationToken";

    public override string? Declaration(bool utf8) => $"global::System.Threading.CancellationToken {Token} = default";

    public override int Before(CodeWriter code, bool utf8)
    {
        code.Line($"{Token}.ThrowIfCancellationRequested();");
        return Using(code, Local, $"new CallContext({Token})");
    }

    public override IEnumerable<(int Position, string Expression)> Arguments => [(Position, Local + ".Value")];
}
