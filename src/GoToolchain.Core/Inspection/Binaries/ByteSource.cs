namespace GoToolchain.Inspection.Binaries;

/// <summary>
/// The bytes of a file, read in small pieces at any place. The beginning of the file and the page that was read last are kept, for what the
/// readers ask for lies close together: the build information of a Go program costs three to five reads, however big the file is.
/// </summary>
/// <param name="length">Bytes of the file.</param>
internal abstract class ByteSource(long length) : IDisposable
{
    private const int PageSize = 4096;

    private readonly byte[] _head = new byte[(int)Math.Min(PageSize, length)];
    private readonly byte[] _page = new byte[(int)Math.Min(PageSize, length)];
    private int _headLength = -1;
    private long _pageStart;
    private int _pageLength;

    /// <summary>Bytes of the file.</summary>
    public long Length => length;

    /// <summary>How many times the file itself was read.</summary>
    public int Reads { get; private set; }

    /// <summary>How many bytes were read from the file itself.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Reads bytes.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="target">Where to put them.</param>
    /// <returns>How many there are: fewer than asked for at the end of the file, none behind it.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public int Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset >= length)
        {
            return 0;
        }

        if (_headLength < 0)
        {
            _headLength = Fill(0, _head);
        }

        if (offset + target.Length <= _headLength)
        {
            _head.AsSpan((int)offset, target.Length).CopyTo(target);
            return target.Length;
        }

        if (target.Length > PageSize)
        {
            return Fill(offset, target);
        }

        if (offset < _pageStart || offset + target.Length > _pageStart + _pageLength)
        {
            (_pageStart, _pageLength) = (offset, Fill(offset, _page));
        }

        var count = (int)Math.Min(target.Length, _pageStart + _pageLength - offset);
        _page.AsSpan((int)(offset - _pageStart), count).CopyTo(target);
        return count;
    }

    /// <summary>Reads bytes that a header promises.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="target">Filled to its end.</param>
    /// <param name="what">What they are, for the message: a noun with its article.</param>
    /// <exception cref="BinaryDamageException">The file ends before.</exception>
    public void ReadExactly(ulong offset, Span<byte> target, string what)
    {
        if (offset > (ulong)length || Read((long)offset, target) < target.Length)
        {
            throw new BinaryDamageException($"{what} would be at offset {offset}, but the file has {length} bytes");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads once.</summary>
    protected abstract int ReadCore(long offset, Span<byte> target);

    /// <summary>Closes what this object has opened.</summary>
    protected virtual void Dispose(bool disposing) { }

    private int Fill(long offset, Span<byte> target)
    {
        var total = 0;
        while (total < target.Length)
        {
            var count = ReadCore(offset + total, target[total..]);
            Reads++;
            if (count <= 0)
            {
                break;
            }

            total += count;
            // What lies behind the end is not asked for.
            if (offset + total >= length)
            {
                break;
            }
        }

        BytesRead += total;
        return total;
    }
}
