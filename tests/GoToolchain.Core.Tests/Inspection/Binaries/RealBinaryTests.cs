using GoToolchain.Fixtures;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>Programs that real Go built: what we read is what <c>go version -m</c> prints, line by line.</summary>
public sealed class RealBinaryTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly GoProgram _program;

    public RealBinaryTests() => _program = new GoProgram(_scratch);

    private static readonly string[] s_platforms =
    [
        "linux/amd64",
        "linux/386",
        "linux/arm64",
        "linux/mips64",
        "linux/mips",
        "linux/ppc64",
        "linux/s390x",
        "windows/amd64",
        "windows/386",
        "windows/arm64",
        "darwin/amd64",
        "darwin/arm64",
        "freebsd/amd64",
    ];

    private static readonly string[] s_always = ["linux/amd64", "linux/s390x", "windows/amd64", "darwin/arm64"];

    // Each format of files, and both orders of bytes; for older lines this machine's.
    public static TheoryData<string, string> Platforms =>
        [
            .. TestMatrix
                .Of(
                    [
                        .. s_platforms.Select(p => ("1.23", p)),
                        .. s_always.Where(p => p != "linux/s390x").SelectMany(p => new[] { ("1.19", p), ("1.21", p) }),
                    ],
                    row => row.Item1 == "1.23" ? s_always.Contains(row.Item2) : row.Item2 == "linux/amd64"
                )
                .Select(row => new TheoryDataRow<string, string>(row.Item1, row.Item2)),
        ];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Build_information_is_what_go_version_prints(string line, string platformText)
    {
        Assert.True(GoPlatform.TryParse(platformText, out var platform));
        var go = await TestGo.EnsureAsync(line);
        string[][] variants =
        [
            [],
            ["-trimpath", "-ldflags=-s -w"],
            ["-ldflags=-X 'main.flavour=sweet \"and\" sour'", "-tags=one,two"],
        ];
        foreach (var flags in variants)
        {
            var file = await _program.BuildAsync(go, platform, flags);

            var binary = GoBinaryFile.Inspect(file);

            Assert.Equal("", binary.Reason);
            Assert.Equal(GoBinaryVerdict.Go, binary.Verdict);
            var info = binary.BuildInfo!;
            Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(info));
            Assert.Equal(go.Version, info.Version);
            Assert.Equal(platform, info.Platform);
            Assert.Equal(platform, binary.Platform);
            Assert.Equal(line == "1.19" ? null : "exe", binary.BuildMode);
            Assert.Equal("example.com/program", info.Main!.Path);
            var dependency = Assert.Single(info.Dependencies);
            Assert.Equal("example.com/library@v1.2.3 => ../library@(devel)", dependency.ToString());
            var isStripped = flags.Contains("-ldflags=-s -w");
            Assert.Equal(isStripped, !binary.HasDebugInfo);
            // The linker left local symbols in Mach-O files until Go 1.22 (https://go.dev/doc/go1.22#linker).
            Assert.Equal(isStripped && (platform.Os != "darwin" || line == "1.23"), binary.IsStripped);
            Assert.Equal(GoBuildInfoReader.ReadVersion(file).Text, info.GoVersion);
        }
    }
}
