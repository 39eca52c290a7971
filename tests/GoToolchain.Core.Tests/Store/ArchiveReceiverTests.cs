using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using CsCheck;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Core.Tests.Store;

public sealed class ArchiveReceiverTests : IDisposable
{
    private static readonly DateTimeOffset s_time = new(2025, 5, 30, 18, 0, 0, TimeSpan.Zero);
    private readonly ScratchDirectory _directory = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Files_of_every_size_come_out_as_they_went_in(bool zip)
    {
        // Around the sizes at which files travel alone, in pieces, or with others.
        int[] sizes = [0, 1, 511, 512, 513, 65_536, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 1 << 20, (1 << 20) + 1, 5_000_000];
        var files = sizes.Select((size, i) => ($"go/d{i % 3}/f{size}", Bytes(size, i), i % 2 == 0)).ToList();
        files.AddRange(Enumerable.Range(0, 500).Select(i => ($"go/many/f{i}", Bytes(i * 7, i), false)));
        var archive = zip ? Zip(files) : TarGz(files);

        var received = await ReceiveAsync(archive, zip ? "go.zip" : "go.tar.gz", new Sha256Digest(SHA256.HashData(archive)));

        Assert.Equal(new Sha256Digest(SHA256.HashData(archive)), received.Digest);
        Assert.Equal(files.Count, received.Manifest.Entries.Count);
        foreach (var (name, content, executable) in files)
        {
            var path = Path.Combine(received.Root, name["go/".Length..]);
            Assert.Equal(content, await File.ReadAllBytesAsync(path, Cancel));
            var entry = received.Manifest.Entries.Single(e => "go/" + e.Path == name);
            Assert.Equal(content.Length, entry.Size);
            Assert.Equal(new Sha256Digest(SHA256.HashData(content)), entry.Digest);
            Assert.Equal(Convert.ToInt32(executable ? "755" : "644", 8), (int)entry.Mode);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(entry.Mode, File.GetUnixFileMode(path));
            }
        }

        Assert.Equal(
            files.Count,
            new DirectoryInfo(Path.GetDirectoryName(received.Root)!).EnumerateFiles("*", SearchOption.AllDirectories).Count()
        );
    }

    [Fact]
    public async Task Files_get_the_time_of_the_release()
    {
        var received = await ReceiveAsync(TarGz([("go/VERSION", "go1.24.4"u8.ToArray(), false)]), "go.tar.gz", null);
        Assert.Equal(s_time.UtcDateTime, File.GetLastWriteTimeUtc(Path.Combine(received.Root, "VERSION")));
    }

    [Fact]
    public async Task A_flipped_byte_anywhere_is_a_digest_that_does_not_match()
    {
        var archive = TarGz([("go/VERSION", "go1.24.4"u8.ToArray(), false), ("go/src/a", Bytes(200_000, 1), false)]);
        var digest = new Sha256Digest(SHA256.HashData(archive));
        // Over the whole archive, head and tail included: each place breaks another layer.
        foreach (var place in Enumerable.Range(0, 20).Concat(Enumerable.Range(1, 60).Select(i => (archive.Length - 1) * i / 60)))
        {
            var damaged = (byte[])archive.Clone();
            damaged[place] ^= 0x40;
            var e = await Assert.ThrowsAsync<GoToolchainException>(() => ReceiveAsync(damaged, "go.tar.gz", digest));
            Assert.Equal(GoErrorCodes.DigestMismatch, e.Code);
            Assert.Contains(digest.ToString(), e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_that_is_too_short_or_too_long_is_refused()
    {
        var archive = TarGz([("go/VERSION", "go1.24.4"u8.ToArray(), false), ("go/src/a", Bytes(200_000, 1), false)]);
        var digest = new Sha256Digest(SHA256.HashData(archive));
        foreach (var body in new[] { archive[..^1], archive[..(archive.Length / 2)], [], [.. archive, 0], [.. archive, .. archive] })
        {
            var e = await Assert.ThrowsAsync<GoToolchainException>(() => ReceiveAsync(body, "go.tar.gz", digest, archive.Length));
            Assert.Equal(GoErrorCodes.DigestMismatch, e.Code);
        }
    }

    [Fact]
    public async Task Without_a_digest_a_damaged_archive_is_still_refused()
    {
        var archive = TarGz([("go/VERSION", "go1.24.4"u8.ToArray(), false), ("go/src/a", Bytes(200_000, 1), false)]);
        var e = await Assert.ThrowsAsync<GoToolchainException>(() => ReceiveAsync(archive[..(archive.Length / 2)], "go.tar.gz", null));
        Assert.Equal(GoErrorCodes.ArchiveRefused, e.Code);
    }

    [Fact]
    public void No_bytes_make_it_crash_or_hang() =>
        Gen.Select(Gen.Byte.Array[0, 3000], Gen.Bool, Gen.Bool)
            .Sample(
                (noise, zip, packed) =>
                {
                    var bytes = packed && !zip ? Gzip(noise) : noise;
                    var e = Record.Exception(() => ReceiveAsync(bytes, zip ? "go.zip" : "go.tar.gz", null).GetAwaiter().GetResult());
                    Assert.True(e is null or GoToolchainException, e?.ToString());
                },
                iter: 200
            );

    [Fact]
    public async Task A_body_that_stalls_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource(100);
        var expected = new ArchiveExpectation("go.tar.gz", "test", null, null);
        var staging = Directory.CreateDirectory(_directory["stalled"]).FullName;
        await using var body = new Stalling(TarGz([("go/a", Bytes(100_000, 1), false)]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ArchiveReceiver.ReceiveAsync(body, expected, staging, new Progress<GoProgress>(), cancel.Token)
        );
    }

    [Fact]
    public async Task A_connection_that_breaks_is_reported_as_such()
    {
        var expected = new ArchiveExpectation("go.tar.gz", "test", null, null);
        var staging = Directory.CreateDirectory(_directory["broken"]).FullName;
        await using var body = new Stalling(TarGz([("go/a", Bytes(100_000, 1), false)]), () => throw new IOException("reset by peer"));
        var e = await Assert.ThrowsAsync<IOException>(() =>
            ArchiveReceiver.ReceiveAsync(body, expected, staging, new Progress<GoProgress>(), Cancel)
        );
        Assert.Equal("reset by peer", e.Message);
    }

    [Fact]
    public async Task A_body_of_unknown_size_that_never_ends_is_stopped()
    {
        var staging = Directory.CreateDirectory(_directory["endless"]).FullName;
        await using var body = new Endless();
        var expected = new ArchiveExpectation("go.tar.gz", "test", null, new Sha256Digest(new byte[32]));

        var e = await Assert.ThrowsAsync<GoToolchainException>(() =>
            ArchiveReceiver.ReceiveAsync(body, expected, staging, new Progress<GoProgress>(), Cancel)
        );

        Assert.Equal(GoErrorCodes.DigestMismatch, e.Code);
        Assert.True(body.Read <= 520L << 20, $"{body.Read}");
    }

    public void Dispose() => _directory.Dispose();

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)((i * 31 / (seed + 3)) ^ (i >> 5));
        }

        return bytes;
    }

    private static byte[] TarGz(IEnumerable<(string Name, byte[] Content, bool Executable)> files)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
        {
            foreach (var (name, content, executable) in files)
            {
                tar.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, name)
                    {
                        DataStream = new MemoryStream(content),
                        Mode = (UnixFileMode)Convert.ToInt32(executable ? "755" : "644", 8),
                        ModificationTime = s_time,
                    }
                );
            }
        }

        return stream.ToArray();
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content, bool Executable)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content, executable) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.ExternalAttributes = Convert.ToInt32(executable ? "100755" : "100644", 8) << 16;
                entry.LastWriteTime = s_time;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private async Task<ReceivedArchive> ReceiveAsync(byte[] archive, string name, Sha256Digest? digest, long? size = null)
    {
        var staging = Directory.CreateDirectory(_directory[Path.GetRandomFileName()]).FullName;
        await using var body = new MemoryStream(archive);
        return await ArchiveReceiver.ReceiveAsync(
            body,
            new ArchiveExpectation(name, "test archive", size, digest),
            staging,
            new Progress<GoProgress>(),
            Cancel
        );
    }

    private sealed class Endless : MemoryStream
    {
        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Read += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class Stalling(byte[] start, Action? atEnd = null) : MemoryStream(start)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                atEnd?.Invoke();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return count;
        }
    }
}
