using GoToolchain.MSBuild.Bindings.Header;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>What a function pointer of C is as a delegate.</summary>
internal static class CallbackTypes
{
    /// <summary>Whether its first parameter leads to the delegate.</summary>
    public static bool HasState(CFunctionPointer function) =>
        function.Parameters is [{ Type.Bare: CPointer { To.Bare: CPrimitive { CSharp: "void" } } }, ..];

    /// <summary>Refuses what a delegate cannot take or return.</summary>
    public static void Check(NativeTypes types, CFunctionPointer function)
    {
        _ = types.Pointer(function);
        if (function.Result.Bare is CPointer or CGoType || function.Parameters.Any(p => p.Type.Bare is CGoType))
        {
            throw NativeTypes.Unbound("a callback can return only numbers, bool and C structures, and take no Go types");
        }
    }

    /// <summary>The type of a parameter in C#, and how it is made of the native one.</summary>
    public static (string Type, string Conversion) Parameter(NativeTypes types, CType type) =>
        type.Bare switch
        {
            CPrimitive { CSharp: "bool" } => ("bool", "{0} != 0"),
            CPointer { To.Bare: CPrimitive { IsText: true } } => ("string?", "global::GoToolchain.Interop.GoMemory.Text({0})"),
            CPointer or CFunctionPointer => ("nint", "(nint){0}"),
            _ => (types.Of(type), "{0}"),
        };
}
