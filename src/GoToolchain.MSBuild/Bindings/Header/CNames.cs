namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>The names of types that need no declaration: C's own, those of its usual headers, and cgo's (cmd/cgo/out.go, goTypes and goTypeNames).</summary>
internal static class CNames
{
    // GoInt and size_t have the width of a pointer, and so has what .NET calls nint; `long` has that width on some systems only.
    public static IReadOnlyDictionary<string, CType> BuiltIn { get; } =
        new Dictionary<string, CType>(StringComparer.Ordinal)
        {
            ["void"] = CPrimitive.Void,
            ["char"] = CPrimitive.Char,
            ["_Bool"] = CPrimitive.Bool,
            ["bool"] = CPrimitive.Bool,
            ["signed char"] = new CPrimitive("sbyte"),
            ["unsigned char"] = new CPrimitive("byte"),
            ["short"] = new CPrimitive("short"),
            ["unsigned short"] = new CPrimitive("ushort"),
            ["int"] = new CPrimitive("int"),
            ["unsigned int"] = new CPrimitive("uint"),
            ["long"] = new CPrimitive("global::System.Runtime.InteropServices.CLong"),
            ["unsigned long"] = new CPrimitive("global::System.Runtime.InteropServices.CULong"),
            ["long long"] = new CPrimitive("long"),
            ["unsigned long long"] = new CPrimitive("ulong"),
            ["float"] = new CPrimitive("float"),
            ["double"] = new CPrimitive("double"),
            ["int8_t"] = new CPrimitive("sbyte"),
            ["uint8_t"] = new CPrimitive("byte"),
            ["int16_t"] = new CPrimitive("short"),
            ["uint16_t"] = new CPrimitive("ushort"),
            ["int32_t"] = new CPrimitive("int"),
            ["uint32_t"] = new CPrimitive("uint"),
            ["int64_t"] = new CPrimitive("long"),
            ["uint64_t"] = new CPrimitive("ulong"),
            ["intptr_t"] = new CPrimitive("nint"),
            ["uintptr_t"] = new CPrimitive("nuint"),
            ["ptrdiff_t"] = new CPrimitive("nint"),
            ["size_t"] = new CPrimitive("nuint"),
            ["ssize_t"] = new CPrimitive("nint"),
            ["GoInt8"] = new CPrimitive("sbyte"),
            ["GoUint8"] = new CPrimitive("byte"),
            ["GoInt16"] = new CPrimitive("short"),
            ["GoUint16"] = new CPrimitive("ushort"),
            ["GoInt32"] = new CPrimitive("int"),
            ["GoUint32"] = new CPrimitive("uint"),
            ["GoInt64"] = new CPrimitive("long"),
            ["GoUint64"] = new CPrimitive("ulong"),
            ["GoInt"] = new CPrimitive("nint"),
            ["GoUint"] = new CPrimitive("nuint"),
            ["GoUintptr"] = new CPrimitive("nuint"),
            ["GoFloat32"] = new CPrimitive("float"),
            ["GoFloat64"] = new CPrimitive("double"),
            ["GoString"] = new CGoType("GoString"),
            ["_GoString_"] = new CGoType("GoString"),
            ["GoSlice"] = new CGoType("GoSlice"),
            ["GoMap"] = new CGoType("GoMap"),
            ["GoChan"] = new CGoType("GoChan"),
            ["GoInterface"] = new CGoType("GoInterface"),
            ["GoComplex64"] = new CGoType("GoComplex64"),
            ["GoComplex128"] = new CGoType("GoComplex128"),
        };

    // What cgo calls C's types in Go (cmd/cgo/gcc.go, nameToC).
    private static readonly Dictionary<string, string> s_ofGo = new(StringComparer.Ordinal)
    {
        ["schar"] = "signed char",
        ["uchar"] = "unsigned char",
        ["ushort"] = "unsigned short",
        ["uint"] = "unsigned int",
        ["ulong"] = "unsigned long",
        ["longlong"] = "long long",
        ["ulonglong"] = "unsigned long long",
    };

    private static readonly Dictionary<string, string> s_goToHeader = new(StringComparer.Ordinal)
    {
        ["bool"] = "bool",
        ["byte"] = "GoUint8",
        ["rune"] = "GoInt32",
        ["int"] = "GoInt",
        ["uint"] = "GoUint",
        ["uintptr"] = "GoUintptr",
        ["int8"] = "GoInt8",
        ["uint8"] = "GoUint8",
        ["int16"] = "GoInt16",
        ["uint16"] = "GoUint16",
        ["int32"] = "GoInt32",
        ["uint32"] = "GoUint32",
        ["int64"] = "GoInt64",
        ["uint64"] = "GoUint64",
        ["float32"] = "GoFloat32",
        ["float64"] = "GoFloat64",
    };

    /// <summary>What C calls the type that Go source calls <c>int32</c>, <c>C.uint</c> or <c>C.struct_point</c>; null for a type that C has no name for.</summary>
    public static string? OfGo(string type)
    {
        if (!type.StartsWith("C.", StringComparison.Ordinal))
        {
            return s_goToHeader.GetValueOrDefault(type);
        }

        var name = type[2..];
        foreach (var tag in (string[])["struct", "enum"])
        {
            if (name.StartsWith(tag + "_", StringComparison.Ordinal))
            {
                return tag + " " + name[(tag.Length + 1)..];
            }
        }

        return s_ofGo.GetValueOrDefault(name, name);
    }
}
