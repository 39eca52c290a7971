using System.IO.Compression;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>Inflating the archive, and nothing else.</summary>
/// <param name="archive">A gzip file.</param>
internal sealed class InflateAlone(byte[] archive) : IContender
{
    private long _length;

    public string Name => "inflate alone";

    public void Prepare() => _length = 0;

    public Task RunAsync()
    {
        using var body = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        var buffer = new byte[1 << 17];
        for (int count; (count = body.Read(buffer)) > 0; )
        {
            _length += count;
        }

        return Task.CompletedTask;
    }

    public void Finish()
    {
        if (_length < archive.Length)
        {
            throw new InvalidOperationException("Nothing was inflated.");
        }
    }
}
