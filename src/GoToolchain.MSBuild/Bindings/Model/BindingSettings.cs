namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>What a project says about the bindings of a library.</summary>
/// <param name="Library">The name in imports: <c>calc</c>.</param>
/// <param name="Namespace">Where the class is.</param>
/// <param name="Class">What it is called.</param>
internal sealed record BindingSettings(string Library, string Namespace, string Class)
{
    /// <summary><c>internal</c> or <c>public</c>.</summary>
    public string Access { get; init; } = "internal";

    /// <summary>Whether calls go through <c>GoCall</c> and callbacks through <c>GoCallback</c>.</summary>
    public bool Guards { get; init; } = true;

    /// <summary>Whether the exports recover from panics.</summary>
    public bool Recovers { get; init; }

    /// <summary>The number that the library has to export; null: it is not compared.</summary>
    public ulong? Fingerprint { get; init; }

    /// <summary>The exception for errors of the library.</summary>
    public string Exception => Class + "Exception";
}
