using GoToolchain.Fixtures;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Core.Tests.Inspection.Trees;

/// <summary>Copies of real trees, each made once, damaged by one test and mended again before the next.</summary>
public sealed class ExaminedGo : IDisposable
{
    private readonly Dictionary<string, GoRootCopy> _copies = new(StringComparer.Ordinal);

    /// <summary>Where the tools of this machine are.</summary>
    public static string ToolDirectory { get; } = $"pkg/tool/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}";

    /// <summary>The copy of the newest Go of a line.</summary>
    /// <param name="line">For example <c>1.23</c>.</param>
    public async Task<GoRootCopy> CopyAsync(string line)
    {
        if (!_copies.TryGetValue(line, out var copy))
        {
            _copies[line] = copy = GoRootCopy.Of(await TestGo.EnsureAsync(line));
        }

        return copy;
    }

    /// <summary>Damages the copy, examines it, and mends it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="paths">What is damaged: relative.</param>
    /// <param name="damage">Does it.</param>
    internal async Task<GoRootCondition> ExamineAsync(string line, string[] paths, Action<GoRootCopy> damage)
    {
        var copy = await CopyAsync(line);
        try
        {
            damage(copy);
            return GoRootExamination.Examine(copy.Root, GoPlatform.Host);
        }
        finally
        {
            Array.ForEach(paths, copy.Restore);
        }
    }

    /// <summary>The only finding: there is none beside it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="path">What is damaged: relative.</param>
    /// <param name="damage">Does it.</param>
    internal async Task<GoRootFinding> OnlyFindingAsync(string line, string path, Action<GoRootCopy> damage) =>
        Assert.Single((await ExamineAsync(line, [path], damage)).Findings);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies.Values)
        {
            copy.Dispose();
        }
    }
}
