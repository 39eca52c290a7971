using GoToolchain.Fixtures;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>The format before Go 1.18, in which pointers lead from the build information to its text; see <see cref="OldBlob"/>.</summary>
public sealed class OldFormatTests : IDisposable
{
    private const string Modules = "path\texample.com/old\nmod\texample.com/old\t(devel)\t\ndep\texample.com/x\tv1.0.0\th1:abc=\n";

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string, int, bool> Programs =>
        [
            .. TestMatrix
                .Of(
                    [
                        ("linux/amd64", 8, true),
                        ("linux/386", 4, true),
                        ("linux/mips", 4, false),
                        ("linux/s390x", 8, false),
                        ("linux/ppc64", 8, false),
                        ("windows/amd64", 8, true),
                        ("windows/386", 4, true),
                        ("darwin/amd64", 8, true),
                        ("darwin/arm64", 8, true),
                    ],
                    row => row.Item1 is "linux/amd64" or "linux/386" or "linux/s390x" or "windows/amd64" or "darwin/arm64"
                )
                .Select(row => new TheoryDataRow<string, int, bool>(row.Item1, row.Item2, row.Item3)),
        ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Pointers_are_followed_through_the_headers_of_real_programs(string platformText, int pointerSize, bool isLittle)
    {
        Assert.True(GoPlatform.TryParse(platformText, out var platform));
        var go = await TestGo.EnsureAsync("1.23");
        var file = await new GoProgram(_scratch).BuildAsync(go, platform);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var site = BlobSite.Find(bytes);
        OldBlob.Create(site.Address, pointerSize, isLittle, "go1.17.13", Modules).CopyTo(bytes, site.Offset);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        await AssertReadAsync(go, file);
    }

    [Theory]
    [InlineData(false, false, "__data")]
    [InlineData(false, true, "__data")]
    [InlineData(true, false, "__data")]
    [InlineData(true, true, "__data")]
    [InlineData(true, true, "__go_buildinfo")]
    [InlineData(false, false, "__go_buildinfo")]
    public async Task Mach_O_files_of_each_width_and_byte_order_are_read(bool is64, bool isLittle, string section)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var blob = OldBlob.Create(CraftedMachO.DataAddress + 48, is64 ? 8 : 4, isLittle, "go1.17.13", Modules);
        byte[] data = [.. new byte[48], .. blob];
        var file = _scratch.CreateFile("crafted");
        await File.WriteAllBytesAsync(file, CraftedMachO.Create(is64, isLittle, data, section), TestContext.Current.CancellationToken);

        await AssertReadAsync(go, file);
    }

    [Fact]
    public void Pointers_that_lead_nowhere_are_said_to()
    {
        foreach (var address in (ulong[])[0, 0x1fff, 0x7fff_ffff_ffff_fff0, ulong.MaxValue])
        {
            var blob = OldBlob.Create(address, 8, isLittle: true, "go1.17.13", Modules);

            var binary = GoBinaryFile.Inspect(new MemoryStream(CraftedMachO.Create(is64: true, isLittle: true, blob)), "it");

            Assert.Equal(GoBinaryVerdict.Damaged, binary.Verdict);
            Assert.Contains("points to no version", binary.Reason, StringComparison.Ordinal);
        }
    }

    private static async Task AssertReadAsync(GoInstallation go, string file)
    {
        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal("", binary.Reason);
        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(binary.BuildInfo!));
        Assert.Equal("go1.17.13", binary.BuildInfo!.GoVersion);
        Assert.Equal("example.com/old", binary.BuildInfo.Path);
        Assert.Equal(new GoBuildModule("example.com/x", "v1.0.0", "h1:abc="), Assert.Single(binary.BuildInfo.Dependencies));
        Assert.Null(binary.BuildInfo.Platform);
        Assert.Null(binary.BuildInfo.Vcs);
        Assert.Equal("go1.17.13", GoBuildInfoReader.ReadVersion(file).Text);
    }
}
