using System.Text.Json;
using GoToolchain.Sources.Http;
using GoToolchain.Store;

namespace GoToolchain.Sources.Downloads;

/// <summary>
/// The bytes of an archive that have arrived so far: <c>downloads/FILE.partial</c>, with <c>FILE.partial.json</c> beside it. When the archive is
/// verified it becomes <c>downloads/FILE</c>.
/// </summary>
internal sealed class PartialDownload : IDisposable
{
    private readonly string _file;
    private readonly string _about;
    private readonly string _complete;
    private readonly string _url;
    private readonly string? _sha256;
    private FileStream? _stream;

    private PartialDownload(string complete, string url, string? sha256)
    {
        (_complete, _url, _sha256) = (complete, url, sha256);
        _file = complete + ".partial";
        _about = _file + ".json";
    }

    /// <summary>Bytes that are there.</summary>
    public long Length { get; private set; }

    /// <summary>What the server said about them; null when it is not the same address, or nothing is known.</summary>
    public HttpRange Rest { get; private set; } = new(0);

    /// <summary>Opens what is there of an archive.</summary>
    /// <param name="directory">The download directory.</param>
    /// <param name="expected">
    /// The archive: what was left of another one of that name is thrown away. Where no digest is known beforehand, only the same address has the
    /// same one.
    /// </param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StoreNotWritable"/>.</exception>
    public static PartialDownload Open(string directory, ArchiveExpectation expected)
    {
        var partial = new PartialDownload(Path.Combine(directory, expected.FileName), expected.From, expected.Digest?.ToString());
        try
        {
            Directory.CreateDirectory(directory);
            partial.Open(expected.Size);
            return partial;
        }
        catch (Exception e)
        {
            partial.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw partial.CannotWrite(e);
            }

            throw;
        }
    }

    /// <summary>Reads from what was there.</summary>
    /// <param name="position">Where from.</param>
    /// <param name="buffer">Where to.</param>
    public int Read(long position, Span<byte> buffer) => RandomAccess.Read(_stream!.SafeFileHandle, buffer, position);

    /// <summary>Throws away what is there, and remembers what the server says about what comes now.</summary>
    /// <param name="answer">The answer that begins the file.</param>
    public void Restart(HttpAnswer answer)
    {
        try
        {
            _stream!.SetLength(0);
            Length = 0;
            Rest = new HttpRange(0, answer.ETag, answer.LastModified);
            var about = new PartialJson
            {
                Url = _url,
                Sha256 = _sha256,
                ETag = answer.ETag,
                LastModified = answer.LastModified,
            };
            File.WriteAllBytes(_about, JsonSerializer.SerializeToUtf8Bytes(about, PartialJsonContext.Default.PartialJson));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_stream!.SafeFileHandle, bytes, Length);
            Length += bytes.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>What is there, for reading; it lives as long as this object.</summary>
    public Stream Content => _stream!;

    /// <summary>It is verified: it gets its name.</summary>
    public void Complete()
    {
        Dispose();
        try
        {
            File.Move(_file, _complete, overwrite: true);
            File.Delete(_about);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>It is of no use, so that nobody must go on with it.</summary>
    public void Discard()
    {
        Dispose();
        try
        {
            File.Delete(_file);
            File.Delete(_about);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Removes it when nothing has come, so that a failed attempt leaves no litter.</summary>
    public void DiscardIfEmpty()
    {
        if (Length == 0)
        {
            Discard();
        }
    }

    public void Dispose() => _stream?.Dispose();

    private void Open(long? size)
    {
        var about = ReadAbout();
        _stream = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var same = about?.Url == _url;
        if (about is null || about.Sha256 != _sha256 || (_sha256 is null && !same) || (size is { } most && _stream.Length > most))
        {
            _stream.SetLength(0);
            (about, same) = (null, false);
        }

        Length = _stream.Length;
        Rest = new HttpRange(Length, same ? about!.ETag : null, same ? about!.LastModified : null);
    }

    private PartialJson? ReadAbout()
    {
        try
        {
            return File.Exists(_about)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(_about), PartialJsonContext.Default.PartialJson)
                : null;
        }
        catch (JsonException)
        {
            // Cut off by a crash: then the bytes beside it are not to be relied on either.
            return null;
        }
    }

    private GoToolchainException CannotWrite(Exception e) => StoreFailure.Of(e, _file);
}
