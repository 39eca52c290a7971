using System.Globalization;
using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>Makes a method of an export.</summary>
internal sealed class FunctionBinder(string library, NativeTypes types, HandleTypes handles, GoPackageSource source)
{
    /// <summary>Binds one.</summary>
    /// <exception cref="UnboundException">It cannot be had in C#.</exception>
    public BoundFunction Bind(CFunction native, GoExport export, ExportDirectives directives)
    {
        var parameters = Slots(native.Parameters, export.Parameters, "arg");
        var (results, returned) = Results(native, export);
        var inputs = new CrossingBinder(parameters, directives, types, handles, source).Bind();
        var binder = new OutcomeBinder(results, directives, types, handles);
        var outs = inputs.OfType<OutCrossing>().Select(o => binder.Out(o, parameters[o.Position])).ToList();
        var name = directives.Name ?? CSharpName.Pascal(CSharpName.WithoutPrefix(native.Name, library));
        return CSharpName.IsValid(name, dots: false)
            ? new BoundFunction(
                export,
                native,
                name,
                returned,
                [.. parameters.Select(p => $"{types.Of(p.Type)} {CSharpName.Escape(CSharpName.Camel(p.Name))}")],
                inputs,
                [.. binder.Bind(), .. outs]
            )
            {
                ResultFields = results.Count > 1 ? [.. results.Select(r => $"{types.Of(r.Type)} {OutcomeBinder.Field(r)}")] : [],
            }
            : throw NativeTypes.Unbound($"`{name}` is no name for a method");
    }

    private (IReadOnlyList<Slot> Results, string Returned) Results(CFunction native, GoExport export)
    {
        if (native.Result is CPrimitive { CSharp: "void" })
        {
            return ([], "void");
        }

        if (native.Result is CDeclared { Name: var name } && name == $"struct {native.Name}_return")
        {
            var fields = types.Header.Struct(native.Result)?.Fields ?? throw NativeTypes.Unbound("its results are not understood");
            return (Slots(fields, export.Results, "result"), $"{CSharpName.Pascal(native.Name)}Return");
        }

        var result = Slots([new CParameter("", native.Result)], export.Results, "result");
        // Refused with a better reason where the result is looked at.
        return (result, native.Result.Bare is CGoType ? "void" : types.Of(native.Result));
    }

    private List<Slot> Slots(IReadOnlyList<CParameter> native, IReadOnlyList<GoParameter> declared, string otherwise)
    {
        var slots = new List<Slot>();
        for (var i = 0; i < native.Count; i++)
        {
            var go = declared.Count == native.Count ? declared[i] : new GoParameter("", "");
            var number = otherwise == "result" && native.Count == 1 ? "" : i.ToString(CultureInfo.InvariantCulture);
            slots.Add(
                new Slot(i, go.Name.Length > 0 ? go.Name : otherwise + number, source.Resolve(go.Type), native[i].Type, go.Name.Length > 0)
            );
        }

        return slots;
    }
}
