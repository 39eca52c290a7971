using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The content check of a Go in the store, in process.</summary>
/// <param name="tree">The tree.</param>
/// <param name="deep">Every file is hashed.</param>
internal sealed class ProductVerify(RecoverableTree tree, bool deep) : IContender
{
    private VerificationReport? _report;

    public string Name => deep ? "VerifyAsync, deep" : "VerifyAsync";

    public void Prepare() => _report = null;

    public async Task RunAsync() => _report = await tree.Manager().VerifyAsync("path:" + tree.Root, deep);

    public void Finish()
    {
        if (_report is not { IsSame: true } || (deep && _report.Content.HashedFiles != _report.Content.Files))
        {
            throw new InvalidOperationException($"It says: {string.Join(", ", _report?.Content.Differences.Take(3) ?? [])}");
        }
    }
}
