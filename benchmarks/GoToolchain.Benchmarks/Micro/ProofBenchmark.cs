using BenchmarkDotNet.Attributes;
using GoToolchain.Testing;
using GoToolchain.Verification.Logs;
using GoToolchain.Verification.Notes;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Verifying what a checksum database says: its signed head, and a tile of hashes.</summary>
[Config(typeof(ShortRuns))]
public class ProofBenchmark
{
    private NoteVerifier _verifier = null!;
    private byte[] _head = [];
    private byte[] _tile = [];

    [GlobalSetup]
    public async Task AskDatabase()
    {
        var mirror = new FakeGoMirror();
        await using (mirror)
        {
            mirror.Database.Grow(300);
            using var client = new HttpClient();
            _head = await client.GetByteArrayAsync(new Uri(mirror.Url + "sumdb/latest"));
            _tile = await client.GetByteArrayAsync(new Uri(mirror.Url + "sumdb/tile/8/0/000"));
            if (!NoteVerifier.TryParse(mirror.Database.VerifierKey, out var verifier, out var problem))
            {
                throw new InvalidOperationException(problem);
            }

            _verifier = verifier;
        }
    }

    [Benchmark]
    public object SignedHead() => TreeHead.Open(_head, _verifier, "head");

    [Benchmark]
    public object Tile() => LogHash.Complete(LogTile.Hashes(_tile));
}
