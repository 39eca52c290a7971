using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

public sealed class UniversalFileTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_first_program_of_a_universal_file_is_described_and_all_machines_are_named()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var program = new GoProgram(_scratch);
        var intel = await program.BuildAsync(go, new GoPlatform("darwin", "amd64"));
        var arm = await program.BuildAsync(go, new GoPlatform("darwin", "arm64"));
        var file = _scratch.CreateFile("universal");
        await File.WriteAllBytesAsync(
            file,
            CraftedMachO.Universal(await ReadAsync(intel), await ReadAsync(arm)),
            TestContext.Current.CancellationToken
        );

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal("", binary.Reason);
        Assert.Equal(["amd64", "arm64"], binary.Architectures);
        Assert.Equal(new GoPlatform("darwin", "amd64"), binary.Platform);
        // `go version` knows universal files since Go 1.21 (https://go.dev/issue/59448), and so does 1.23.
        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(binary.BuildInfo!));
        Assert.Empty(GoBuildComparison.Of(binary, null, new GoPlatform("darwin", "arm64")).Remarks);
    }

    [Fact]
    public void A_universal_file_that_is_cut_short_is_damaged()
    {
        var part = CraftedMachO.Create(is64: true, isLittle: true, new byte[64]);
        var whole = CraftedMachO.Universal(part, part);

        var binary = GoBinaryFile.Inspect(new MemoryStream(whole[..4100]), "it");

        Assert.Equal(GoBinaryVerdict.Damaged, binary.Verdict);
    }

    [Fact]
    public void A_class_file_of_Java_begins_alike_and_is_told_apart()
    {
        var binary = GoBinaryFile.Inspect(new MemoryStream([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 65, .. new byte[100]]), "it");

        Assert.Equal(GoBinaryVerdict.NotExecutable, binary.Verdict);
        Assert.Contains("Java", binary.Reason, StringComparison.Ordinal);
    }

    private static Task<byte[]> ReadAsync(string file) => File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
}
