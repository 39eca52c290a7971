using System.Buffers.Binary;
using GoToolchain.Fixtures;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>
/// Files that somebody made, or broke, so that reading them fails, hangs or takes all memory. The random ones are the same at each run: the seed and
/// the number of the try are in the message.
/// </summary>
public sealed class HostileBinaryTests : IDisposable
{
    // A look at a healthy program allocates some 30 kB; the biggest part of what damage can add is a module text of its greatest length.
    private const long MostAllocated = 4 << 20;

    // With the longest text that is taken (1 MiB) full of the shortest lines there are.
    private const long MostAllocatedForText = 64 << 20;

    // The search for build information, and what else is read around it.
    private const long MostRead = (long)BuildInfoBlob.SearchLimit + (16 << 20);

    private readonly ScratchDirectory _scratch = new();

    // Those that other tests build too come in every run.
    private static readonly string[] s_always = ["linux/s390x", "windows/amd64", "darwin/arm64"];

    public static TheoryData<string, string, int> Programs =>
        [
            .. TestMatrix
                .Of(
                    [
                        ("1.19", "linux/amd64", 1),
                        ("1.21", "windows/amd64", 2),
                        ("1.21", "darwin/arm64", 3),
                        ("1.23", "linux/amd64", 4),
                        ("1.23", "linux/386", 5),
                        ("1.23", "linux/mips", 6),
                        ("1.23", "linux/s390x", 7),
                        ("1.23", "windows/386", 8),
                        ("1.23", "windows/arm64", 9),
                        ("1.23", "darwin/amd64", 10),
                        ("1.23", "windows/amd64", 11),
                        ("1.23", "darwin/arm64", 12),
                    ],
                    row => row.Item1 == "1.19" || (row.Item1 == "1.23" && s_always.Contains(row.Item2))
                )
                .Select(row => new TheoryDataRow<string, string, int>(row.Item1, row.Item2, row.Item3)),
        ];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Random_damage_is_survived_within_bounds(string line, string platformText, int seed)
    {
        Assert.True(GoPlatform.TryParse(platformText, out var platform));
        var file = await new GoProgram(_scratch).BuildAsync(await TestGo.EnsureAsync(line), platform, "-ldflags=-w");
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var site = BlobSite.Find(whole);
        var damage = new RandomDamage(whole, site.Offset, seed);
        Look(whole, "untouched");
        var verdicts = new HashSet<GoBinaryVerdict>();
        for (var i = 0; i < 3000; i++)
        {
            verdicts.Add(Look(damage.Next(), $"seed {seed}, try {i}").Verdict);
        }

        // The damage is neither always fatal nor always harmless.
        Assert.Equal(
            [GoBinaryVerdict.Go, GoBinaryVerdict.NoBuildInfo, GoBinaryVerdict.NotExecutable, GoBinaryVerdict.Damaged],
            verdicts.Order()
        );
    }

    [Fact]
    public void Random_bytes_behind_each_magic_number_are_survived_within_bounds()
    {
        byte[][] starts =
        [
            [0x7f, .. "ELF"u8, 1, 1, 1],
            [0x7f, .. "ELF"u8, 2, 2, 1],
            [.. "MZ"u8],
            [0xcf, 0xfa, 0xed, 0xfe],
            [0xfe, 0xed, 0xfa, 0xce],
            [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2],
            [0xca, 0xfe, 0xba, 0xbf, 0, 0, 0, 40],
        ];
#pragma warning disable CA5394 // The same at each run.
        var random = new Random(11);
        for (var i = 0; i < 20000; i++)
        {
            var bytes = new byte[random.Next(16, 5000)];
            random.NextBytes(bytes);
            // Headers are mostly zeros: numbers that may be right are met more often.
            for (var hole = random.Next(8); hole > 0; hole--)
            {
                var from = random.Next(bytes.Length);
                bytes.AsSpan(from, Math.Min(random.Next(64), bytes.Length - from)).Clear();
            }

            var start = starts[random.Next(starts.Length)];
            start.AsSpan(0, Math.Min(start.Length, bytes.Length)).CopyTo(bytes);
            Look(bytes, $"try {i}");
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void Build_information_full_of_lines_is_read_within_its_bound()
    {
        foreach (var text in (string[])["dep\t\t\n", "build\ta=\n", "\n", "mod\ta\tb\n=>\ta\tb\tc\n"])
        {
            var modules = string.Concat(Enumerable.Repeat(text, (BuildInfoBlob.LongestModules - 64) / text.Length));
            var blob = OldBlob.Create(CraftedMachO.DataAddress, 8, isLittle: true, "go1.17.13", modules);

            var binary = Look(CraftedMachO.Create(is64: true, isLittle: true, blob), text, MostAllocatedForText);

            Assert.Equal(GoBinaryVerdict.Go, binary.Verdict);
        }
    }

    [Fact]
    public void Build_information_that_is_longer_than_any_is_not_read()
    {
        var modules = "path\t" + new string('a', BuildInfoBlob.LongestModules) + "\n";
        var blob = OldBlob.Create(CraftedMachO.DataAddress, 8, isLittle: true, "go1.17.13", modules);

        var binary = Look(CraftedMachO.Create(is64: true, isLittle: true, blob), "long");

        Assert.Equal("", binary.BuildInfo!.Path);
    }

    [Fact]
    public async Task A_program_of_a_gigabyte_costs_a_few_reads()
    {
        var file = await new GoProgram(_scratch).BuildAsync(await TestGo.EnsureAsync("1.23"), new GoPlatform("linux", "amd64"));
        using (var grown = File.OpenWrite(file))
        {
            grown.SetLength(1L << 30);
        }

        using var source = FileByteSource.Open(file);
        var version = GoBuildInfoReader.ReadVersion(source);

        Assert.Equal(GoBinaryVerdict.Go, version.Verdict);
        Assert.InRange(source.Reads, 1, 6);
        Assert.InRange(source.BytesRead, 1, 64 * 1024);
    }

    [Fact]
    public void A_gigabyte_of_data_is_searched_only_at_its_beginning()
    {
        // A 64-bit ELF header and one writable segment that reaches to the end of the file, without sections.
        var head = new byte[120];
        ((byte[])[0x7f, .. "ELF"u8, 2, 1, 1]).CopyTo(head, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(16), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(18), 62);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(32), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(54), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(56), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(64), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(68), 6);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(80), 0x400000);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(96), 1L << 30);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(104), 1L << 30);
        var file = _scratch.CreateFile("huge");
        using (var huge = File.OpenWrite(file))
        {
            huge.Write(head);
            huge.SetLength(1L << 30);
        }

        using var source = FileByteSource.Open(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var binary = GoBinaryFile.Inspect(source, file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        Assert.Equal(GoBinaryVerdict.NoBuildInfo, binary.Verdict);
        Assert.InRange(source.BytesRead, (long)BuildInfoBlob.SearchLimit, MostRead);
    }

    private static GoBinaryFile Look(byte[] bytes, string which, long mostAllocated = MostAllocated)
    {
        try
        {
            using var source = new MeasuredSource(bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var binary = GoBinaryFile.Inspect(source, "the file");
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= mostAllocated, $"{which}: {allocated} bytes were allocated.");
            Assert.True(source.BytesRead <= MostRead, $"{which}: {source.BytesRead} bytes were read in {source.Reads} reads.");
            Assert.Equal(binary.Verdict == GoBinaryVerdict.Go, binary.Reason.Length == 0);
            return binary;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{which}: {e.Message}", e);
        }
    }
}
