namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>A C type, as far as .NET can have it too.</summary>
internal abstract record CType
{
    /// <summary>What it is under the names that typedefs give it.</summary>
    public virtual CType Bare => this;
}

/// <summary>A number, or nothing at all.</summary>
/// <param name="CSharp">Its keyword or type in C#: <c>int</c>, <c>nuint</c>, <c>void</c>.</param>
internal sealed record CPrimitive(string CSharp) : CType
{
    public static CPrimitive Void { get; } = new("void");

    /// <summary>C's <c>bool</c>, one byte that holds 0 or 1.</summary>
    public static CPrimitive Bool { get; } = new("bool");

    /// <summary>C's <c>char</c>: a byte of text.</summary>
    public static CPrimitive Char { get; } = new("byte") { IsText = true };

    public bool IsText { get; init; }
}

/// <summary>A pointer.</summary>
/// <param name="To">To what.</param>
internal sealed record CPointer(CType To) : CType;

/// <summary>An array inside of a structure.</summary>
/// <param name="Of">Of what.</param>
/// <param name="Length">How many.</param>
internal sealed record CArray(CType Of, int Length) : CType;

/// <summary>A structure or enumeration that the library declares.</summary>
/// <param name="Name">The name of the typedef, else <c>struct NAME</c>.</param>
internal sealed record CDeclared(string Name) : CType;

/// <summary>Another name for a type.</summary>
/// <param name="Name">The name of the typedef.</param>
/// <param name="Of">What it names.</param>
internal sealed record CAlias(string Name, CType Of) : CType
{
    public override CType Bare => Of.Bare;
}

/// <summary>A pointer to a function.</summary>
/// <param name="Result">What it returns.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed record CFunctionPointer(CType Result, IReadOnlyList<CParameter> Parameters) : CType;

/// <summary>One of cgo's own types that hold Go pointers: <c>GoString</c>, <c>GoSlice</c>, <c>GoMap</c>, …</summary>
/// <param name="Name">What the header calls it.</param>
internal sealed record CGoType(string Name) : CType;

/// <summary>A type that is declared in another header, or in a way that is not understood.</summary>
/// <param name="Text">As it is written.</param>
internal sealed record CUnknown(string Text) : CType;
