using CliWrap;
using CsCheck;
using GoToolchain.Fixtures;
using GoToolchain.Inspection.Linkage.Glibc;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Caches that the real ldconfig has written.</summary>
public sealed class LdSoCacheTests : IDisposable
{
    private static readonly string[] s_levels = ["x86-64-v2"];
    private static readonly string[] s_ldconfig = ["/sbin/ldconfig", "/usr/sbin/ldconfig"];

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("new")]
    [InlineData("compat")]
    [InlineData("old")]
    public async Task Every_format_that_ldconfig_writes_is_read(string format)
    {
        await CCompiler.BuildLibraryAsync(_scratch["lib/libours.so.1"], "int ours(void) { return 1; }");

        var cache = LdSoCache.Read(await MakeAsync(format));

        Assert.NotNull(cache);
        Assert.Equal(_scratch["lib/libours.so.1"], cache.Find("libours.so.1", GlibcAbi.CacheFlags(GoPlatform.Host.Arch), []));
        Assert.Null(cache.Find("libnothing.so.1", null, []));
    }

    [Fact]
    public async Task The_best_hardware_level_that_the_processor_has_is_taken()
    {
        Assert.SkipUnless(GoPlatform.Host.Arch == "amd64", "glibc-hwcaps are looked at for x86-64 only.");
        foreach (var directory in new[] { "lib", "lib/glibc-hwcaps/x86-64-v2", "lib/glibc-hwcaps/x86-64-v3" })
        {
            await CCompiler.BuildLibraryAsync(_scratch[directory, "libours.so.1"], "int ours(void) { return 1; }");
        }

        var cache = LdSoCache.Read(await MakeAsync("new"))!;

        Assert.Equal(_scratch["lib/glibc-hwcaps/x86-64-v3/libours.so.1"], Find(["x86-64-v4", "x86-64-v3", "x86-64-v2"]));
        Assert.Equal(_scratch["lib/glibc-hwcaps/x86-64-v2/libours.so.1"], Find(["x86-64-v2"]));
        Assert.Equal(_scratch["lib/libours.so.1"], Find([]));

        string? Find(string[] levels) => cache.Find("libours.so.1", 0x303, levels);
    }

    [Fact]
    public void A_library_for_another_ABI_is_not_taken()
    {
        var cache = LdSoCache.Read("/etc/ld.so.cache");
        Assert.SkipWhen(cache is null || GoPlatform.Host.Arch != "amd64", "This machine has no cache, or is not amd64.");

        Assert.NotNull(cache!.Find("libc.so.6", 0x303, []));
        Assert.Null(cache.Find("libc.so.6", 0x0a03, []));
    }

    [Fact]
    public async Task A_damaged_cache_is_no_cache_or_a_smaller_one()
    {
        await CCompiler.BuildLibraryAsync(_scratch["lib/libours.so.1"], "int ours(void) { return 1; }");
        var seeds = new List<byte[]>();
        foreach (var format in new[] { "new", "compat", "old" })
        {
            seeds.Add(await File.ReadAllBytesAsync(await MakeAsync(format), TestContext.Current.CancellationToken));
        }

        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[1, 20], Gen.Int[0, 4000])
            .Sample(
                (seed, changes, cut) =>
                {
                    var bytes = seeds[seed].ToArray();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at % bytes.Length] = value;
                    }

                    var content = cut % 3 == 0 ? bytes.AsSpan(0, cut % bytes.Length) : bytes;
                    _ = LdSoCache.Parse("cache", content)?.Find("libours.so.1", null, s_levels);
                },
                seed: "0000KLmNoP02",
                iter: 20_000,
                threads: 1
            );
    }

    private async Task<string> MakeAsync(string format)
    {
        var ldconfig = s_ldconfig.FirstOrDefault(File.Exists);
        Assert.SkipWhen(ldconfig is null, "This machine has no ldconfig.");
        var (cache, list) = (_scratch[$"{format}.cache"], _scratch.CreateFile("conf", _scratch["lib"] + "\n"));
        await Cli.Wrap(ldconfig!)
            .WithArguments(["-C", cache, "-f", list, "-X", "-c", format])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(cache), "ldconfig wrote no cache.");
        return cache;
    }
}
