using System.Buffers;
using System.Text;
using CliWrap;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>Keeps the beginning of what a program writes: where it went wrong first. What is written without end is read and forgotten.</summary>
/// <param name="most">How many bytes are kept.</param>
internal sealed class BoundedText(int most = BoundedText.Usual)
{
    private const int Usual = 256 * 1024;
    private readonly ArrayBufferWriter<byte> _kept = new();

    /// <summary>Where the program writes to.</summary>
    public PipeTarget Target => PipeTarget.Create(ReadAsync);

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(_kept.WrittenSpan).ReplaceLineEndings("\n").TrimEnd('\n');

    private async Task ReadAsync(Stream source, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            _kept.Write(buffer.AsSpan(0, Math.Min(read, most - _kept.WrittenCount)));
        }
    }
}
