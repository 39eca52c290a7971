using System.Formats.Tar;
using System.IO.Compression;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Store;

/// <summary>Archives that a release never is. Each is refused with a code, and nothing outside its own directory is touched.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly ScratchDirectory _directory = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> EvilNames =>
        [
            "../evil",
            "go/../../evil",
            "go/src/../../../evil",
            "/evil",
            "//evil",
            "evil",
            "gopher/evil",
            "go",
            "go//evil",
            "go/./evil",
            "go/evil.",
            "go/evil ",
            "go/ evil",
            "go\\..\\..\\evil",
            "go/C:evil",
            "C:/evil",
            "go/ev\nil",
            "go/ev\x01il",
            "go/" + new string('a', 300),
            "go/" + string.Join('/', Enumerable.Repeat("abcdefghi", 40)),
        ];

    [Theory]
    [MemberData(nameof(EvilNames))]
    public Task A_file_with_a_name_that_no_release_has_is_refused(string name) => RefusedAsync(tar => tar.WriteEntry(File(name, "evil")));

    [Theory]
    [InlineData("../evil/")]
    [InlineData("/evil/")]
    [InlineData("go/../../evil/")]
    [InlineData("evil/")]
    public Task A_directory_elsewhere_is_refused(string name) =>
        RefusedAsync(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, name)));

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "/etc")]
    [InlineData(TarEntryType.SymbolicLink, "src")]
    [InlineData(TarEntryType.SymbolicLink, "../../outside")]
    [InlineData(TarEntryType.HardLink, "/etc/passwd")]
    [InlineData(TarEntryType.HardLink, "go/VERSION")]
    public Task A_link_is_refused_wherever_it_leads(TarEntryType type, string target) =>
        RefusedAsync(tar =>
        {
            tar.WriteEntry(File("go/VERSION", "go1.24.4"));
            tar.WriteEntry(new PaxTarEntry(type, "go/link") { LinkName = target });
        });

    [Fact]
    public async Task Nothing_is_written_through_a_link()
    {
        var outside = Directory.CreateDirectory(_directory["outside"]).FullName;
        await RefusedAsync(tar =>
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "go/lib") { LinkName = outside });
            tar.WriteEntry(File("go/lib/evil", "evil"));
        });
        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [Theory]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.BlockDevice)]
    [InlineData(TarEntryType.Fifo)]
    public Task A_device_is_refused(TarEntryType type) => RefusedAsync(tar => tar.WriteEntry(new PaxTarEntry(type, "go/dev")));

    [Theory]
    [InlineData("go/a", "go/a")]
    [InlineData("go/README", "go/readme")]
    [InlineData("go/src/a", "go/SRC/b")]
    [InlineData("go/\u00e9", "go/e\u0301")]
    [InlineData("go/a", "go/a/b")]
    [InlineData("go/a/b", "go/a")]
    [InlineData("go/a/b", "go/A")]
    public Task Names_that_some_file_system_folds_into_one_are_refused(string first, string second) =>
        RefusedAsync(tar =>
        {
            tar.WriteEntry(File(first, "1"));
            tar.WriteEntry(File(second, "2"));
        });

    [Fact]
    public async Task A_file_of_ten_gigabytes_is_refused_when_it_is_announced()
    {
        var archive = _directory["bomb.tar.gz"];
        await using (var gzip = new GZipStream(System.IO.File.Create(archive), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(gzip, leaveOpen: true))
        {
            using var endless = new Zeros(announced: 10L << 30, real: 1 << 20);
            Assert.Throws<IOException>(() => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "go/bomb") { DataStream = endless }));
        }

        await RefusedAsync(archive);
    }

    [Fact]
    public async Task A_bomb_is_stopped_long_before_it_has_grown()
    {
        var archive = _directory["bomb.tar.gz"];
        await using (var gzip = new GZipStream(System.IO.File.Create(archive), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(gzip, leaveOpen: true))
        {
            await using var zeros = new Zeros(announced: 400 << 20, real: 400 << 20);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "go/bomb") { DataStream = zeros }, Cancel);
        }

        await RefusedAsync(archive);
        var grown = new DirectoryInfo(_directory["staging"]).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        Assert.InRange(grown, 0, 100 << 20);
    }

    [Fact]
    public async Task More_entries_than_any_release_has_are_refused() =>
        await RefusedAsync(tar =>
        {
            for (var i = 0; i <= ArchiveEntryRules.MaxEntries; i++)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, $"go/{i}/"));
            }
        });

    [Fact]
    public async Task A_zip_with_an_evil_name_is_refused()
    {
        foreach (var name in new[] { "../evil", "/evil", "go/../../evil", "go\\..\\evil", "evil" })
        {
            await RefusedAsync(ZipOf((name, 0)));
        }
    }

    [Fact]
    public Task A_zip_with_a_link_is_refused() => RefusedAsync(ZipOf(("go/link", unchecked((int)0xA1FF0000))));

    [Fact]
    public Task A_zip_with_names_that_fold_is_refused() => RefusedAsync(ZipOf(("go/README", 0), ("go/readme", 0)));

    public void Dispose() => _directory.Dispose();

    private static PaxTarEntry File(string name, string content) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)) };

    private string ZipOf(params (string Name, int Attributes)[] entries)
    {
        var archive = _directory[Path.GetRandomFileName() + ".zip"];
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Create);
        foreach (var (name, attributes) in entries)
        {
            var entry = zip.CreateEntry(name);
            entry.ExternalAttributes = attributes;
            using var content = entry.Open();
            content.Write("evil"u8);
        }

        return archive;
    }

    private async Task RefusedAsync(Action<TarWriter> write)
    {
        var archive = _directory["evil.tar.gz"];
        await using (var gzip = new GZipStream(System.IO.File.Create(archive), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true))
        {
            write(tar);
        }

        await RefusedAsync(archive);
    }

    private async Task RefusedAsync(string archive)
    {
        var staging = Directory.CreateDirectory(_directory["staging"]).FullName;
        var before = Outside();
        await using var body = System.IO.File.OpenRead(archive);
        var expected = new ArchiveExpectation(Path.GetFileName(archive), archive, body.Length, Digest: null);
        var e = await Assert.ThrowsAsync<GoToolchainException>(() =>
            ArchiveReceiver.ReceiveAsync(body, expected, staging, new Progress<GoProgress>(), Cancel)
        );
        Assert.Equal(GoErrorCodes.ArchiveRefused, e.Code);
        Assert.Equal(5, e.Code.ExitCode);
        Assert.Contains(archive, e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.NextStep);
        Assert.Equal(before, Outside());
    }

    // Everything near the staging directory, and where the evil names would lead to.
    private List<string> Outside() =>
        [
            .. Directory
                .GetFileSystemEntries(_directory.Root, "*", SearchOption.AllDirectories)
                .Where(f => !f.StartsWith(_directory["staging"] + "/", StringComparison.Ordinal)),
            .. Directory.GetFileSystemEntries(Path.GetDirectoryName(_directory.Root)!, "evil*"),
            .. Directory.GetFileSystemEntries("/", "evil*"),
        ];

    private sealed class Zeros(long announced, long real) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => announced;

        public override long Position
        {
            get => _position;
            set => _position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position >= real)
            {
                return _position >= announced ? 0 : throw new IOException("Enough.");
            }

            count = (int)Math.Min(count, real - _position);
            Array.Clear(buffer, offset, count);
            _position += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
