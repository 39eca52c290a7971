using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Model;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>A field of a C structure: how it is stored, and what users see.</summary>
internal sealed class StructField(CParameter declared, NativeTypes types)
{
    private readonly string _pascal = CSharpName.Element(declared.Name);
    private readonly CArray? _array = declared.Type.Bare as CArray;

    public string Name => declared.Name;

    public string Stored => "_" + CSharpName.Camel(declared.Name);

    public string Parameter => CSharpName.Escape(CSharpName.Camel(declared.Name));

    /// <summary>How many elements an array has; 0: it is none.</summary>
    public int Length => _array?.Length ?? 0;

    public string ElementType => types.Of(_array!.Of);

    public string Type =>
        _array is not null ? _pascal + "Array"
        : declared.Type.Bare is CPointer or CFunctionPointer ? "nint"
        : types.Public(declared.Type);

    public string StoredType => Type == "bool" ? "byte" : Type;

    public string FromStored => Type == "bool" ? $"{Stored} != 0" : Stored;

    /// <summary>The property; a member cannot have the name of its type.</summary>
    public string Property(string type) => _pascal == type ? _pascal + "Value" : _pascal;

    public string ToStored(string value) => Type == "bool" ? $"(byte)({value} ? 1 : 0)" : value;
}
