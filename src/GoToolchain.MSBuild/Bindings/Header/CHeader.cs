namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>What the header that cgo writes beside a library declares.</summary>
internal sealed class CHeader
{
    /// <summary>The exports, in their order.</summary>
    public IList<CFunction> Functions { get; } = [];

    /// <summary>The structures, in their order.</summary>
    public IList<CStruct> Structs { get; } = [];

    /// <summary>The enumerations, in their order.</summary>
    public IList<CEnum> Enums { get; } = [];

    /// <summary>Every name that can stand for a type.</summary>
    public IDictionary<string, CType> Types { get; } = new Dictionary<string, CType>(CNames.BuiltIn, StringComparer.Ordinal);

    public CStruct? Struct(CType type) => type.Bare is CDeclared d ? Structs.FirstOrDefault(s => s.Name == d.Name) : null;

    public CEnum? Enum(CType type) => type.Bare is CDeclared d ? Enums.FirstOrDefault(e => e.Name == d.Name) : null;
}
