using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>The handles of a library, each with the import that releases it.</summary>
internal sealed class HandleTypes(NativeTypes types)
{
    /// <summary>What releases a handle that has no function of its own for it.</summary>
    public const string Delete = "gotoolchain_handle_delete";

    /// <summary>By their name in C#.</summary>
    public SortedDictionary<string, string> Releases { get; } = new(StringComparer.Ordinal);

    /// <summary>The handle for a C type such as <c>counter_handle</c>.</summary>
    public string OfTypedef(string typedef) => Used(types.Name(typedef));

    /// <summary>The handle that a directive names.</summary>
    public string OfName(string name) =>
        Used(CSharpName.Pascal(name) is var p && p.EndsWith("Handle", StringComparison.Ordinal) ? p : p + "Handle");

    private string Used(string handle)
    {
        Releases.TryAdd(handle, Delete);
        return handle;
    }
}
