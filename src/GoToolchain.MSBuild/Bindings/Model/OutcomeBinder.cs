using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.Header;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>Decides what becomes of each result of an export.</summary>
internal sealed class OutcomeBinder(IReadOnlyList<Slot> results, ExportDirectives directives, NativeTypes types, HandleTypes handles)
{
    // What Go programmers call a result that is an error.
    private static readonly string[] s_errors = ["err", "failure"];

    /// <summary>All of them, in their order.</summary>
    /// <exception cref="UnboundException">One cannot cross.</exception>
    public IReadOnlyList<Outcome> Bind()
    {
        var lengths = results.Select(r => LengthOf(r)?.Position).ToHashSet();
        return [.. results.Where(r => !lengths.Contains(r.Position)).Select(Bind)];
    }

    /// <summary>Where the import has a result.</summary>
    public string Place(Slot result) => results.Count == 1 ? "__result" : $"__result.{Field(result)}";

    /// <summary>Its name in the structure of several.</summary>
    public static string Field(Slot result) => $"r{result.Position}";

    /// <summary>What an out parameter gives.</summary>
    public Outcome Out(OutCrossing crossing, Slot slot) =>
        slot.GoType == "*bool" || slot.Type.Bare is CPointer { To.Bare: CPrimitive { CSharp: "bool" } }
            ? new Outcome(slot.Name, "bool", crossing.Local + " != 0")
            : new Outcome(slot.Name, types.Of(((CPointer)slot.Type.Bare).To), crossing.Local);

    private Outcome Bind(Slot slot)
    {
        var place = Place(slot);
        var name = slot.IsNamed ? slot.Name : "";
        var free = directives.Says("borrowed", slot.Name) ? "null" : "&Free";
        if (LengthOf(slot) is { } length)
        {
            return Pair(slot, name, $"{place}, checked((nint){Place(length)}), {free}");
        }

        if (IsError(slot))
        {
            return new ErrorOutcome(name, $"global::GoToolchain.Interop.GoMemory.TakeText({place}, {free})");
        }

        if (slot.HandleTypedef is { } typedef)
        {
            return Handle(name, handles.OfTypedef(typedef), place);
        }

        if (directives.Second("handle", slot.Name) is { } handle)
        {
            return slot.IsWord
                ? Handle(name, handles.OfName(handle), place)
                : throw NativeTypes.Unbound("a result that is a handle has to be a uintptr");
        }

        return slot.IsBool && slot.Type.Bare is CPrimitive
            ? new Outcome(name, "bool", place + " != 0")
            : slot.Type.Bare switch
            {
                CGoType { Name: "GoString" } => throw NativeTypes.Unbound(
                    "it returns a string, whose memory belongs to Go's garbage collector; return *C.char (C.CString)"
                ),
                CGoType { Name: "GoSlice" } => throw NativeTypes.Unbound(
                    "it returns a slice, whose memory belongs to Go's garbage collector; return a pointer (C.CBytes) and a length, and name both in "
                        + "//gotoolchain:slice"
                ),
                CPointer when slot.IsText => new Outcome(
                    name,
                    "string?",
                    $"global::GoToolchain.Interop.GoMemory.TakeText({place}, {free})"
                ),
                CPointer when slot.IsAddress => new Outcome(name, "nint", $"(nint){place}"),
                CPointer or CFunctionPointer => throw NativeTypes.Unbound(
                    "it returns a pointer of which nothing says how much is there; return the structure itself, or name a length in //gotoolchain:slice"
                ),
                _ => new Outcome(name, types.Of(slot.Type), place),
            };
    }

    private static Outcome Handle(string name, string handle, string place) => new(name, handle, $"new {handle}({place})");

    private Outcome Pair(Slot slot, string name, string arguments)
    {
        if (slot.Type.Bare is not CPointer { To: var to })
        {
            throw NativeTypes.Unbound($"`{slot.Name}` has to be a pointer");
        }

        if (directives.Second("string", slot.Name) is not null)
        {
            return new Outcome(name, "string?", $"global::GoToolchain.Interop.GoMemory.TakeText({arguments})");
        }

        var element = slot.IsAddress ? "byte" : types.Public(to);
        return new Outcome(name, element + "[]?", $"global::GoToolchain.Interop.GoMemory.TakeArray<{element}>({arguments})");
    }

    private bool IsError(Slot slot) =>
        slot.IsText && (directives.Says("error", slot.Name) || (slot.IsNamed && Array.IndexOf(s_errors, slot.Name) >= 0));

    private Slot? LengthOf(Slot data) =>
        (directives.Second("string", data.Name) ?? directives.Second("slice", data.Name)) is { } name
            ? results.FirstOrDefault(r => r.Name == name) ?? throw NativeTypes.Unbound($"`{name}` is no result")
            : null;
}
