using GoToolchain.MSBuild.Bindings.Header;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>A parameter or result, as its source and the header have it.</summary>
/// <param name="Position">Among the parameters, or among the results.</param>
/// <param name="Name">What Go calls it; made up when it has no name.</param>
/// <param name="GoType">Its type in Go, with the package's own names resolved.</param>
/// <param name="Type">Its type in C.</param>
/// <param name="IsNamed">Whether Go has a name for it.</param>
internal sealed record Slot(int Position, string Name, string GoType, CType Type, bool IsNamed)
{
    /// <summary>The name of a typedef that ends in <c>_handle</c>: of numbers that stand for something of Go's.</summary>
    public string? HandleTypedef =>
        Type is CAlias { Name: var name } && name.EndsWith("_handle", StringComparison.Ordinal) && IsWord ? name : null;

    /// <summary>A number as wide as an address.</summary>
    public bool IsWord => Type.Bare is CPrimitive { CSharp: "nuint" };

    public bool IsText => Type.Bare is CPointer { To.Bare: CPrimitive { IsText: true } };

    public bool IsAddress => Type.Bare is CPointer { To.Bare: CPrimitive { CSharp: "void" } };

    // The header has Go's bool as a byte.
    public bool IsBool => GoType == "bool" || Type.Bare is CPrimitive { CSharp: "bool" };
}
