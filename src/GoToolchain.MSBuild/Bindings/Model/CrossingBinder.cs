using System.Globalization;
using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>Decides, for each parameter of an export, how it crosses.</summary>
internal sealed class CrossingBinder(
    IReadOnlyList<Slot> parameters,
    ExportDirectives directives,
    NativeTypes types,
    HandleTypes handles,
    GoPackageSource source
)
{
    private readonly HashSet<int> _taken = [];

    /// <summary>All of them, in their order.</summary>
    /// <exception cref="UnboundException">One cannot cross.</exception>
    public IReadOnlyList<Crossing> Bind()
    {
        // A length belongs to its pointer, wherever it stands.
        foreach (var data in parameters)
        {
            if (LengthOf(data) is { } length)
            {
                _taken.Add(length.Position);
            }
        }

        var crossings = new List<Crossing>();
        foreach (var slot in parameters)
        {
            if (_taken.Add(slot.Position))
            {
                crossings.Add(Bind(slot));
            }
        }

        return crossings;
    }

    private Crossing Bind(Slot slot)
    {
        if (LengthOf(slot) is { } length)
        {
            return Pair(slot, length);
        }

        if (slot.Type.Bare is CFunctionPointer function)
        {
            return Callback(slot, function);
        }

        if (slot.IsWord && (directives.Says("context", slot.Name) || slot.Type is CAlias { Name: "gotoolchain_context" }))
        {
            return new ContextCrossing(slot.Name, slot.Position);
        }

        if (slot.HandleTypedef is { } typedef)
        {
            return new HandleCrossing(slot.Name, slot.Position, handles.OfTypedef(typedef));
        }

        if (directives.Second("handle", slot.Name) is { } handle)
        {
            return slot.IsWord
                ? new HandleCrossing(slot.Name, slot.Position, handles.OfName(handle))
                : throw NativeTypes.Unbound($"the handle `{slot.Name}` has to be a uintptr");
        }

        return slot.IsBool && slot.Type.Bare is CPrimitive
            ? new PlainCrossing(slot.Name, slot.Position, "bool", "(byte)({0} ? 1 : 0)")
            : slot.Type.Bare switch
            {
                CGoType { Name: "GoString" } => new TextCrossing(slot.Name, slot.Position, null, "", TextForm.GoString),
                CGoType { Name: "GoSlice" } => Slice(slot),
                CPointer when slot.IsText && !IsReference(slot) => new TextCrossing(
                    slot.Name,
                    slot.Position,
                    null,
                    "",
                    TextForm.Terminated
                ),
                CPointer when slot.IsAddress => new PlainCrossing(slot.Name, slot.Position, "nint", "(void*){0}"),
                CPointer { To: var to } => Reference(slot, to),
                _ => new PlainCrossing(slot.Name, slot.Position, types.Of(slot.Type)),
            };
    }

    private Crossing Pair(Slot data, Slot length)
    {
        var lengthType = types.Of(length.Type);
        if (directives.Second("string", data.Name) is not null)
        {
            return data.IsText || data.IsAddress
                ? new TextCrossing(data.Name, data.Position, length.Position, lengthType, TextForm.Pair)
                : throw NativeTypes.Unbound($"the string `{data.Name}` has to be a *C.char or unsafe.Pointer");
        }

        return data.Type.Bare is CPointer pointer
            ? new SliceCrossing(
                data.Name,
                data.Position,
                length.Position,
                lengthType,
                data.IsAddress ? "byte" : types.Public(pointer.To),
                types.Of(pointer),
                directives.Says("inout", data.Name)
            )
            : throw NativeTypes.Unbound($"the slice `{data.Name}` has to be a pointer");
    }

    private SliceCrossing Slice(Slot slot)
    {
        if (!slot.GoType.StartsWith("[]", StringComparison.Ordinal))
        {
            throw NativeTypes.Unbound($"it is not known of what `{slot.Name}` ({slot.GoType}) is a slice");
        }

        var element = source.Resolve(slot.GoType[2..]);
        var type = CNames.OfGo(element) is { } name ? CType(name) : null;
        if (type is null || type.Bare is CPointer or CGoType or CFunctionPointer)
        {
            throw NativeTypes.Unbound(
                $"`{slot.Name}` is a slice of {element}; only numbers, bool and C structures can lie in one that .NET has made"
            );
        }

        return new SliceCrossing(slot.Name, slot.Position, null, "", types.Public(type), "", directives.Says("inout", slot.Name));
    }

    private CType CType(string name) =>
        types.Header.Types.TryGetValue(name, out var type) ? type
        : name.Contains(' ', StringComparison.Ordinal) ? new CDeclared(name)
        : new CUnknown(name);

    private bool IsReference(Slot slot) => ((string[])["in", "inout", "out"]).Any(d => directives.Says(d, slot.Name));

    private Crossing Reference(Slot slot, CType to)
    {
        if (to.Bare is CPointer or CGoType or CFunctionPointer)
        {
            throw NativeTypes.Unbound($"`{slot.Name}` is a pointer to a pointer");
        }

        var type = types.Of(to);
        return directives.Says("out", slot.Name) ? new OutCrossing(slot.Name, slot.Position, type)
            : to.Bare is CPrimitive { CSharp: "bool" } || slot.GoType == "*bool"
                ? throw NativeTypes.Unbound($"`{slot.Name}` is a pointer to a bool; as an out it can cross")
            : new ReferenceCrossing(slot.Name, slot.Position, type, directives.Says("in", slot.Name) ? "in" : "ref");
    }

    private CallbackCrossing Callback(Slot slot, CFunctionPointer function)
    {
        var state = parameters.FirstOrDefault(p => p.Position == slot.Position + 1);
        if (slot.Type is not CAlias { Name: var name } || state is not { IsAddress: true } || !CallbackTypes.HasState(function))
        {
            throw NativeTypes.Unbound(
                $"`{slot.Name}` is a function pointer that cannot find its delegate again: its first parameter has to be a void*, and the one "
                    + "that follows it in the export an unsafe.Pointer with what to pass there"
            );
        }

        CallbackTypes.Check(types, function);
        var type = types.Name(name);
        types.Callbacks[type] = function;
        _taken.Add(state.Position);
        return new CallbackCrossing(slot.Name, slot.Position, state.Position, type);
    }

    private Slot? LengthOf(Slot data) =>
        (directives.Second("string", data.Name) ?? directives.Second("slice", data.Name)) is { } name
            ? parameters.FirstOrDefault(p => p.Name == name)
                ?? throw NativeTypes.Unbound(string.Create(CultureInfo.InvariantCulture, $"`{name}` is no parameter"))
            : null;
}
