using CsCheck;
using GoToolchain.Fixtures;
using GoToolchain.Inspection;

namespace GoToolchain.Core.Tests.Inspection;

public sealed class ExecutableHeaderTests
{
    [Theory]
    [InlineData("linux", "amd64")]
    [InlineData("linux", "arm64")]
    [InlineData("freebsd", "amd64")]
    [InlineData("darwin", "amd64")]
    [InlineData("darwin", "arm64")]
    [InlineData("windows", "amd64")]
    [InlineData("windows", "arm64")]
    public void The_header_of_a_program_fits_its_platform(string os, string arch)
    {
        var platform = new GoPlatform(os, arch);

        Assert.True(ExecutableHeader.Parse(SyntheticGoRoot.Header(platform)).Fits(platform));
    }

    [Theory]
    // class, data, machine: as in the files that `go build` writes for these.
    [InlineData(1, 1, 3, "386")]
    [InlineData(1, 1, 40, "arm")]
    [InlineData(2, 1, 183, "arm64")]
    [InlineData(2, 1, 243, "riscv64")]
    [InlineData(2, 1, 258, "loong64")]
    [InlineData(2, 1, 21, "ppc64le")]
    [InlineData(2, 2, 21, "ppc64")]
    [InlineData(2, 2, 22, "s390x")]
    [InlineData(1, 2, 8, "mips")]
    [InlineData(1, 1, 8, "mipsle")]
    [InlineData(2, 2, 8, "mips64")]
    [InlineData(2, 1, 8, "mips64le")]
    [InlineData(2, 1, 9999, null)]
    public void The_machine_of_an_ELF_file_is_read_in_its_own_byte_order(byte @class, byte data, ushort machine, string? arch)
    {
        var head = new byte[64];
        new byte[] { 0x7f, 0x45, 0x4c, 0x46, @class, data }.CopyTo(head, 0);
        (head[18], head[19]) = data == 1 ? ((byte)machine, (byte)(machine >> 8)) : ((byte)(machine >> 8), (byte)machine);

        Assert.Equal(new ExecutableHeader(ExecutableFormat.Elf, arch), ExecutableHeader.Parse(head));
    }

    [Fact]
    public void Any_bytes_are_read_without_failing()
    {
        byte[][] starts =
        [
            [],
            [0x7f, 0x45, 0x4c, 0x46],
            [.. "MZ"u8],
            [0xcf, 0xfa, 0xed, 0xfe],
            [.. "#!"u8],
        ];

        Gen.Select(Gen.Int[0, starts.Length - 1], Gen.Byte.Array[0, 600])
            .Sample(parts =>
            {
                byte[] bytes = [.. starts[parts.Item1], .. parts.Item2];
                _ = ExecutableHeader.Parse(bytes.AsSpan(0, Math.Min(bytes.Length, ExecutableHeader.Size)));
            });
    }
}
