using System.Threading.Channels;

namespace GoToolchain.Store;

/// <summary>
/// Hands blocks of bytes from one producer to one consumer, with a fixed number of buffers, so that two stages of an installation run side by
/// side in bounded memory. A producer that fails says so with <see cref="Complete"/>; a consumer that gives up cancels the producer's token.
/// </summary>
/// <param name="blockSize">Bytes in one block.</param>
/// <param name="blocks">How many blocks there are.</param>
internal sealed class BlockPipe(int blockSize, int blocks)
{
    private readonly Channel<byte[]> _free = Channel.CreateBounded<byte[]>(blocks);
    private readonly Channel<(byte[] Buffer, int Length)> _full = Channel.CreateBounded<(byte[], int)>(blocks);
    private int _made;

    /// <summary>A buffer to fill.</summary>
    public ValueTask<byte[]> RentAsync(CancellationToken cancel)
    {
        if (_free.Reader.TryRead(out var buffer))
        {
            return new(buffer);
        }

        return _made++ < blocks ? new(GC.AllocateUninitializedArray<byte>(blockSize)) : _free.Reader.ReadAsync(cancel);
    }

    /// <summary>Passes a filled buffer on.</summary>
    public ValueTask SendAsync(byte[] buffer, int length, CancellationToken cancel) => _full.Writer.WriteAsync((buffer, length), cancel);

    /// <summary>Tells the consumer that nothing follows, or why.</summary>
    /// <param name="failure">What the consumer's next read throws; null: the end.</param>
    public void Complete(Exception? failure = null) => _full.Writer.TryComplete(failure);

    /// <summary>The consumer's end, to be read on a thread of its own: reading blocks.</summary>
    public Stream OpenRead(CancellationToken cancel) => new ReadEnd(this, cancel);

    private sealed class ReadEnd(BlockPipe pipe, CancellationToken cancel) : ReadOnlyStream
    {
        private byte[]? _buffer;
        private int _offset;
        private int _length;

        public override int Read(Span<byte> buffer)
        {
            if (buffer.Length == 0 || (_offset == _length && !Next()))
            {
                return 0;
            }

            var count = Math.Min(buffer.Length, _length - _offset);
            _buffer.AsSpan(_offset, count).CopyTo(buffer);
            _offset += count;
            return count;
        }

        private bool Next()
        {
            if (_buffer is not null)
            {
                pipe._free.Writer.TryWrite(_buffer);
                _buffer = null;
            }

            (byte[], int) block;
            while (!pipe._full.Reader.TryRead(out block))
            {
                if (!pipe._full.Reader.WaitToReadAsync(cancel).AsTask().GetAwaiter().GetResult())
                {
                    return false;
                }
            }

            (_buffer, _length) = block;
            _offset = 0;
            return true;
        }
    }
}
