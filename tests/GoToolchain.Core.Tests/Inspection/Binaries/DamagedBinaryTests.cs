using System.Buffers.Binary;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>Real programs in which one header lies: the reason names it.</summary>
public sealed class DamagedBinaryTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("linux/amd64", 4, 1, 7, "class in the ELF header is 7")]
    [InlineData("linux/amd64", 5, 1, 9, "byte order in the ELF header is 9")]
    [InlineData("linux/amd64", 54, 2, 3, "program headers of 3 bytes")]
    [InlineData("linux/amd64", 56, 2, 0xfff0, "65520 program headers")]
    [InlineData("linux/amd64", 32, 8, 0x7fff_ffff_ffff_0000, "a program header would be at offset")]
    [InlineData("linux/amd64", 40, 8, 0x7fff_ffff_ffff_0000, "the table of sections should have")]
    [InlineData("linux/s390x", 40, 8, 0x0001_0000_0000_0000, "the table of sections should have")]
    [InlineData("windows/amd64", 0x3c, 4, 0x10, "the PE header is at offset 16, where none is")]
    [InlineData("windows/amd64", 0x3c, 4, 0xffff_fff0, "the PE header would be at offset 4294967280")]
    [InlineData("windows/amd64", 0x80 + 6, 2, 0xfff0, "speaks of 65520 sections")]
    [InlineData("windows/amd64", 0x80 + 20, 2, 10, "the optional header of the PE file has 10 bytes")]
    [InlineData("windows/386", 0x80 + 24, 2, 0x7777, "neither that of 32 nor that of 64 bits")]
    [InlineData("darwin/arm64", 20, 4, 0x7fff_fff0, "bytes of load commands")]
    [InlineData("darwin/arm64", 16, 4, 5000, "reaches beyond the last one")]
    [InlineData("darwin/arm64", 36, 4, 0, "load command 0 of the Mach-O file reaches beyond")]
    [InlineData("darwin/arm64", 36, 4, 0x7fff_fff0, "load command 0 of the Mach-O file reaches beyond")]
    public async Task The_header_that_lies_is_named(string platform, int offset, int width, long value, string reason)
    {
        var bytes = await BuildAsync(platform);
        Put(bytes, offset, width, value, isBig: platform.EndsWith("s390x", StringComparison.Ordinal));

        var binary = Inspect(bytes);

        Assert.Equal(GoBinaryVerdict.Damaged, binary.Verdict);
        Assert.Contains(reason, binary.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("windows/amd64")]
    [InlineData("darwin/arm64")]
    public async Task A_program_that_is_cut_short_is_damaged_and_still_says_which_Go_built_it(string platform)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var bytes = await BuildAsync(platform);

        var binary = Inspect(bytes[..(bytes.Length * 9 / 10)]);

        Assert.Equal(GoBinaryVerdict.Damaged, binary.Verdict);
        Assert.Contains("cut short", binary.Reason, StringComparison.Ordinal);
        Assert.Equal(go.Version, binary.BuildInfo!.Version);
    }

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("windows/amd64")]
    [InlineData("darwin/arm64")]
    public async Task A_program_cut_to_any_length_is_never_called_whole(string platform)
    {
        var bytes = await BuildAsync(platform);

        foreach (
            var length in Enumerable.Range(1, 60).Select(i => bytes.Length * i / 61).Concat(Enumerable.Range(0, 100).Select(i => i * 16))
        )
        {
            var verdict = Inspect(bytes[..length]).Verdict;

            Assert.True(
                verdict is GoBinaryVerdict.Damaged || (length < 16 && verdict is GoBinaryVerdict.NotExecutable),
                $"{length}: {verdict}"
            );
        }
    }

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("windows/386")]
    [InlineData("darwin/arm64")]
    public async Task Build_information_with_a_length_that_cannot_be_is_damaged(string platform)
    {
        var whole = await BuildAsync(platform);
        var site = BlobSite.Find(whole);
        byte[][] lengths =
        [
            [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [0xff, 0xff, 0x7f],
            [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
        ];
        foreach (var length in lengths)
        {
            byte[] bytes = [.. whole];
            length.CopyTo(bytes, site.Offset + 32);

            var binary = Inspect(bytes);

            Assert.Equal((GoBinaryVerdict.Damaged, null), (binary.Verdict, binary.BuildInfo));
            Assert.Contains("the Go version in the Go build information", binary.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pointers_of_an_odd_size_are_damaged()
    {
        var bytes = await BuildAsync("linux/amd64");
        var site = BlobSite.Find(bytes);
        (bytes[site.Offset + 14], bytes[site.Offset + 15]) = (5, 0);

        Assert.Contains("pointers of 5 bytes", Inspect(bytes).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_magic_the_program_is_one_that_Go_did_not_build()
    {
        foreach (var platform in (string[])["linux/amd64", "windows/amd64", "darwin/arm64"])
        {
            var bytes = await BuildAsync(platform);
            bytes[BlobSite.Find(bytes).Offset + 3] ^= 1;

            Assert.Equal(GoBinaryVerdict.NoBuildInfo, Inspect(bytes).Verdict);
        }
    }

    [Fact]
    public void Files_that_are_no_programs_are_called_by_their_kind()
    {
        foreach (
            var (content, reason) in ((byte[], string)[])
                [
                    ([.. "#!/bin/sh\nexit 0\n"u8], "it is a script"),
                    ([.. "!<arch>\nfile.o/   0   "u8], "static library"),
                    ([.. "\0asm\u0001\0\0\0 module..."u8], "WebAssembly"),
                    ([.. "PK\u0003\u0004 something longer"u8], "zip archive"),
                    ([0x1f, 0x8b, .. new byte[40]], "gzip"),
                    ([.. "just some text, nothing more"u8], "none of ELF, PE and Mach-O"),
                    ([.. "short"u8], "too short"),
                    ([], "empty"),
                ]
        )
        {
            var binary = Inspect(content);

            Assert.Equal(
                (GoBinaryVerdict.NotExecutable, ExecutableFormat.Unknown, null),
                (binary.Verdict, binary.Format, binary.BuildInfo)
            );
            Assert.Contains(reason, binary.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_program_that_Go_did_not_build_is_one_without_build_information()
    {
        var binary = GoBinaryFile.Inspect(Environment.ProcessPath!);

        Assert.Equal(GoBinaryVerdict.NoBuildInfo, binary.Verdict);
        Assert.Contains("Go did not build it", binary.Reason, StringComparison.Ordinal);
        Assert.Equal(GoPlatform.Host.Arch, binary.Architecture);
        Assert.NotEqual(GoBinaryKind.Other, binary.Kind);
    }

    [Fact]
    public void An_assembly_of_NET_is_called_one()
    {
        var binary = GoBinaryFile.Inspect(typeof(DamagedBinaryTests).Assembly.Location);

        Assert.Equal((GoBinaryVerdict.NoBuildInfo, null), (binary.Verdict, binary.Platform));
        Assert.Contains(".NET assembly", binary.Reason, StringComparison.Ordinal);
    }

    private async Task<byte[]> BuildAsync(string platformText)
    {
        Assert.True(GoPlatform.TryParse(platformText, out var platform));
        var file = await new GoProgram(_scratch).BuildAsync(await TestGo.EnsureAsync("1.23"), platform);
        return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
    }

    private static GoBinaryFile Inspect(byte[] bytes) => GoBinaryFile.Inspect(new MemoryStream(bytes), "the file");

    private static void Put(byte[] bytes, int offset, int width, long value, bool isBig)
    {
        Span<byte> number = stackalloc byte[8];
        if (isBig)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            number[^width..].CopyTo(bytes.AsSpan(offset));
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            number[..width].CopyTo(bytes.AsSpan(offset));
        }
    }
}
