namespace GoToolchain.Testing;

/// <summary>What a <see cref="FakeGoMirror"/> does wrong when it answers for a path. Each member stands alone or with others; without any, nothing is wrong.</summary>
public sealed record MirrorFault
{
    /// <summary>Answer with this status and a small page; for example 404, 500, 503.</summary>
    public int? Status { get; init; }

    /// <summary>The value of <c>Retry-After</c>, with <see cref="Status"/>.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Answer 302 to this address: a path of the mirror (its own path makes a loop), or any URL.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Send a page of HTML with status 200 in place of the file.</summary>
    public bool Page { get; init; }

    /// <summary>Send the page as <c>application/octet-stream</c>, so that only its bytes give it away.</summary>
    public bool PageInDisguise { get; init; }

    /// <summary>Invert the byte at this offset of the file.</summary>
    public long? FlipByteAt { get; init; }

    /// <summary>Send this many bytes of the body, then close the connection. All of them arrive.</summary>
    public long? CutAfter { get; init; }

    /// <summary>With <see cref="CutAfter"/>: reset the connection, as a crash or a middlebox does. The last bytes may be lost with it.</summary>
    public bool Reset { get; init; }

    /// <summary>Serve only this many bytes, and announce just them.</summary>
    public long? ShortenTo { get; init; }

    /// <summary>Send this many bytes of the body, then nothing while the connection stays open.</summary>
    public long? StallAfter { get; init; }

    /// <summary>Pause after each 4 KiB of the body.</summary>
    public TimeSpan? Drip { get; init; }

    /// <summary>Append this many zero bytes, without a Content-Length.</summary>
    public int GrowBy { get; init; }

    /// <summary>Never end the body: zero bytes follow the file until the client goes away.</summary>
    public bool Endless { get; init; }

    /// <summary>Announce this many bytes in Content-Length, whatever the body has. The connection is closed after the body.</summary>
    public long? AnnounceLength { get; init; }

    /// <summary>Send the body compressed, with <c>Content-Encoding: gzip</c>, although nobody asked for it.</summary>
    public bool GzipEncoded { get; init; }

    /// <summary>Send this ETag in place of the right one; empty: none.</summary>
    public string? ETag { get; init; }

    /// <summary>Send the whole file although a part is asked for.</summary>
    public bool IgnoreRange { get; init; }

    /// <summary>Answer 416 to every request for a part.</summary>
    public bool RefuseRange { get; init; }

    /// <summary>Send another part than the one that was asked for.</summary>
    public bool WrongRange { get; init; }

    /// <summary>Applies to this many requests, then the mirror behaves well.</summary>
    public int Times { get; init; } = int.MaxValue;
}
