using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>All that is bound of a library.</summary>
/// <param name="Settings">What the project says.</param>
/// <param name="Functions">In the order of the header.</param>
/// <param name="Types">The types that they use.</param>
/// <param name="Handles">The handles, each with the import that releases it.</param>
/// <param name="Warnings">What is not bound, and why.</param>
internal sealed record BindingModel(
    BindingSettings Settings,
    IReadOnlyList<BoundFunction> Functions,
    NativeTypes Types,
    IReadOnlyDictionary<string, string> Handles,
    IReadOnlyList<GoDiagnostic> Warnings
);
