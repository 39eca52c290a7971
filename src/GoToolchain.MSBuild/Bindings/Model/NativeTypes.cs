using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>The types of the imports: what crosses as it is, without any marshalling. Keeps the declared ones that are used.</summary>
/// <param name="header">What the library declares.</param>
/// <param name="library">Its name, with which its types may begin.</param>
internal sealed class NativeTypes(CHeader header, string library)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The structures that are used: by their name in C#.</summary>
    public SortedDictionary<string, CStruct> Structs { get; } = new(StringComparer.Ordinal);

    /// <summary>The enumerations that are used.</summary>
    public SortedDictionary<string, CEnum> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The callbacks that are used.</summary>
    public SortedDictionary<string, CFunctionPointer> Callbacks { get; } = new(StringComparer.Ordinal);

    public CHeader Header => header;

    /// <summary>The type in an import. A <c>bool</c> is a byte there, for .NET would marshal its own.</summary>
    /// <exception cref="UnboundException">There is none.</exception>
    public string Of(CType type) =>
        type.Bare switch
        {
            CPrimitive { CSharp: "bool" } => "byte",
            CPrimitive primitive => primitive.CSharp,
            CPointer { To.Bare: CPrimitive { CSharp: "void" } } => "void*",
            CPointer { To.Bare: CDeclared opaque } when header.Struct(opaque) is null && header.Enum(opaque) is null => "void*",
            CPointer pointer => Of(pointer.To) + "*",
            CFunctionPointer function => Pointer(function),
            CDeclared declared => Declared(declared),
            CGoType { Name: "GoString" or "GoSlice" } go => "global::GoToolchain.Interop." + go.Name,
            CGoType go => throw Unbound($"the type {GoName(go.Name)} holds Go pointers, which may not leave Go"),
            CUnknown unknown => throw new UnboundException(
                GoErrorCodes.UnknownCType,
                $"the C type `{unknown.Text}` is declared in another header or in a way that is not understood"
            ),
            _ => throw Unbound("an array cannot cross by itself"),
        };

    /// <summary>The same as users of the bindings see it.</summary>
    public string Public(CType type) => type.Bare is CPrimitive { CSharp: "bool" } ? "bool" : Of(type);

    public string Pointer(CFunctionPointer function) =>
        "delegate* unmanaged[Cdecl]<" + string.Join(", ", function.Parameters.Select(p => Of(p.Type)).Append(Of(function.Result))) + ">";

    /// <summary>The name in C# of something that the header declares.</summary>
    public string Name(string declared)
    {
        if (!_names.TryGetValue(declared, out var name))
        {
            name = declared[(declared.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            name = CSharpName.Pascal(CSharpName.WithoutPrefix(name, library));
            _names.Add(declared, name);
        }

        return name;
    }

    private string Declared(CDeclared declared)
    {
        var name = Name(declared.Name);
        if (header.Enum(declared) is { } values)
        {
            Enums[name] = values;
        }
        else if (header.Struct(declared) is { Fields: { } fields } structure)
        {
            if (Structs.TryAdd(name, structure))
            {
                foreach (var field in fields)
                {
                    _ = Of(field.Type.Bare is CArray array ? array.Of : field.Type);
                }
            }
        }
        else
        {
            throw new UnboundException(
                GoErrorCodes.UnknownCType,
                $"the C type `{declared.Name}` is a union, has a field of bits, or has no declaration here"
            );
        }

        return name;
    }

    private static string GoName(string name) =>
        name switch
        {
            "GoMap" => "map",
            "GoChan" => "chan",
            "GoInterface" => "interface",
            "GoComplex64" or "GoComplex128" => "complex number",
            _ => name,
        };

    public static UnboundException Unbound(string why) => new(GoErrorCodes.ExportNotBound, why);
}
