using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Support;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>An export and what becomes of it in C#.</summary>
/// <param name="Export">Its source.</param>
/// <param name="Native">What C sees.</param>
/// <param name="Name">The method.</param>
/// <param name="NativeResult">The type that the import returns.</param>
/// <param name="NativeParameters">The types and names that it takes.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outcomes">What comes out.</param>
internal sealed record BoundFunction(
    GoExport Export,
    CFunction Native,
    string Name,
    string NativeResult,
    IReadOnlyList<string> NativeParameters,
    IReadOnlyList<Crossing> Inputs,
    IReadOnlyList<Outcome> Outcomes
)
{
    /// <summary>The fields of the structure in which several results come; empty: there are none, or it is one.</summary>
    public IReadOnlyList<string> ResultFields { get; init; } = [];

    /// <summary>Whether a panic that it recovers from lies aside, because it has no result for an error.</summary>
    public bool PutsPanicsAside => RecoveringSource.ErrorOf(Export) is null;

    public ErrorOutcome? Error => Outcomes.OfType<ErrorOutcome>().FirstOrDefault();

    public IEnumerable<Outcome> Values => Outcomes.Where(o => o is not ErrorOutcome);
}
