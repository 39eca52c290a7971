namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The product, in process: what Go left in each program.</summary>
internal sealed class ProductBuildInfo(IReadOnlyList<string> files, Func<string> expected) : IContender
{
    private List<GoBuildInfo?> _found = [];

    public string Name => $"GoBuildInfo.Read, {files.Count} programs";

    public void Prepare() => _found = [];

    public Task RunAsync()
    {
        _found = [.. files.Select(GoBuildInfo.Read)];
        return Task.CompletedTask;
    }

    public void Finish()
    {
        // The same lines as those of Go, which comes after this one in the first round.
        var answer = string.Concat(files.Zip(_found).Select(pair => $"{pair.First}: {pair.Second?.GoVersion}\n{pair.Second}"));
        if (expected() is { Length: > 0 } lines && answer != lines)
        {
            throw new InvalidOperationException($"Go says otherwise:\n{lines}\nbut it was:\n{answer}");
        }
    }
}
