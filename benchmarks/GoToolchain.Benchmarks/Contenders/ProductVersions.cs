using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The product, in process: the Go version alone, as the quick doctor asks for it.</summary>
internal sealed class ProductVersions(IReadOnlyList<string> files, GoVersion expected) : IContender
{
    private GoVersion?[] _found = [];

    public string Name => $"the version alone, {files.Count} programs";

    public void Prepare() => _found = [];

    public Task RunAsync()
    {
        _found = [.. files.Select(file => GoBuildInfoReader.ReadVersion(file).Version)];
        return Task.CompletedTask;
    }

    public void Finish()
    {
        if (_found.Any(version => version != expected))
        {
            throw new InvalidOperationException($"The versions were {string.Join(", ", _found.AsEnumerable())}.");
        }
    }
}
