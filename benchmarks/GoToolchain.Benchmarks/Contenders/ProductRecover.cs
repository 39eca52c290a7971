using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Recovery;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>After <c>rm -rf "$GOROOT"</c>: recovery from what the machine has, with its proof by <c>go version</c> and the doctor; in process.</summary>
/// <param name="tree">The tree.</param>
/// <param name="material">What there is to restore it from, in words.</param>
internal sealed class ProductRecover(RecoverableTree tree, string material) : IContender
{
    private RecoveryReport? _report;

    public string Name => $"RecoverAsync, from {material}";

    public void Prepare()
    {
        _report = null;
        Directory.Delete(tree.Root, recursive: true);
    }

    public async Task RunAsync() =>
        _report = await tree.Manager().RecoverAsync("path:" + tree.Root, new RecoveryOptions { Offline = true });

    public void Finish()
    {
        if (_report is not { IsRecovered: true, Gone: [{ IsRestored: true }] })
        {
            throw new InvalidOperationException($"It says: {_report?.Health} {string.Join(" ", _report?.Gone.Select(g => g.Text) ?? [])}");
        }

        Installed.Check(tree.Root);
    }
}
