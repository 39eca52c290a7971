namespace GoToolchain.Execution.CCompilers;

/// <summary>How the C compilers for one target are called, and which packages have them.</summary>
/// <param name="Rid">The target.</param>
/// <param name="Programs">Their names, the usual one first.</param>
/// <param name="Source">Where these names come from.</param>
internal sealed record CrossCompiler(string Rid, IReadOnlyList<string> Programs, string Source)
{
    /// <summary>A name that counts only on a machine with the processor of the target; null: none.</summary>
    public string? OfSameProcessor { get; init; }

    /// <summary>What to install on a system, in the words of its package manager; see <see cref="PackageManager"/>.</summary>
    public IReadOnlyDictionary<PackageManager, string> Packages { get; init; } = new Dictionary<PackageManager, string>();

    /// <summary>The target in the words of <c>zig cc -target</c>; null: it cannot build for it, or not with what Go needs there.</summary>
    public string? ZigTarget { get; init; }
}
