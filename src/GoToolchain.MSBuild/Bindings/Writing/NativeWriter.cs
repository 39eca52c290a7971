using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.Model;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>
/// Writes the imports. Their types cross as they are, so <c>LibraryImport</c> makes plain calls of them: nothing is marshalled, with runtime marshalling
/// on or off.
/// </summary>
internal sealed class NativeWriter(CodeWriter code, BindingModel model)
{
    public void Write()
    {
        code.Separate();
        code.Open("private static unsafe partial class Native");
        code.Line($"private const string Library = {CSharpName.Literal(model.Settings.Library)};");
        foreach (var function in model.Functions)
        {
            Import(function.NativeResult, function.Native.Name, string.Join(", ", function.NativeParameters));
            if (function.ResultFields.Count > 0)
            {
                Structure(function);
            }
        }

        if (Frees)
        {
            Import("void", "gotoolchain_free", "void* pointer");
        }

        if (TakesPanics)
        {
            Import("void*", "gotoolchain_panic_slot", "");
        }

        foreach (var release in model.Handles.Values.Distinct(StringComparer.Ordinal))
        {
            Import("void", release, "nuint handle");
        }

        if (HasContext)
        {
            Import("nuint", "gotoolchain_context_new", "");
            Import("void", "gotoolchain_context_cancel", "nuint context");
            Import("void", "gotoolchain_context_delete", "nuint context");
        }

        code.Close();
    }

    /// <summary>Whether anything is handed over that has to be given back.</summary>
    public bool Frees =>
        TakesPanics || model.Functions.SelectMany(f => f.Outcomes).Any(o => o.Expression.Contains("&Free", StringComparison.Ordinal));

    /// <summary>Whether there is an export whose panics lie aside.</summary>
    public bool TakesPanics => model.Settings.Recovers && model.Functions.Any(f => f.PutsPanicsAside);

    public bool HasContext => model.Functions.SelectMany(f => f.Inputs).Any(i => i is ContextCrossing);

    private void Import(string result, string name, string parameters)
    {
        code.Separate();
        code.Line($"[global::System.Runtime.InteropServices.LibraryImport(Library, EntryPoint = {CSharpName.Literal(name)})]");
        code.Line(
            "[global::System.Runtime.InteropServices.UnmanagedCallConv(CallConvs = new[] { typeof(global::System.Runtime.CompilerServices.CallConvCdecl) })]"
        );
        code.Line(
            "[global::System.Runtime.InteropServices.DefaultDllImportSearchPaths(global::System.Runtime.InteropServices.DllImportSearchPath.AssemblyDirectory | global::System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]"
        );
        code.Line($"internal static partial {result} {CSharpName.Escape(name)}({parameters});");
    }

    private void Structure(BoundFunction function)
    {
        code.Separate();
        code.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        code.Open($"internal struct {function.NativeResult}");
        foreach (var field in function.ResultFields)
        {
            code.Line($"internal {field};");
        }

        code.Close();
    }
}
