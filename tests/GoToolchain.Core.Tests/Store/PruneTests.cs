namespace GoToolchain.Core.Tests.Store;

public sealed class PruneTests : StoreTest
{
    private static readonly DateTimeOffset s_day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_newest_stay_and_the_rest_goes_with_receipt_and_manifest()
    {
        var old = await InstallAsync("1.96.1");
        var middle = await InstallAsync("1.97.3");
        var newest = await InstallAsync("1.98.0");

        var report = await Manager().PruneAsync(new GoPruneOptions { Keep = 2 }, Cancel);

        Assert.Equal([newest, middle, old], report.Toolchains.Select(t => t.Root));
        Assert.Equal([old], report.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root));
        Assert.True(report.Bytes > 0);
        Assert.False(Directory.Exists(old));
        Assert.Equal(2, Directory.GetFiles(Layout.Receipts).Length);
        Assert.Equal(2, Directory.GetFiles(Layout.Manifests).Length);
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task Age_counts_from_the_installation_and_both_together_remove_only_what_is_old_and_beyond_the_count()
    {
        Clock = new FixedClock(s_day);
        var a = await InstallAsync("1.96.1");
        var b = await InstallAsync("1.97.3");
        Clock = new FixedClock(s_day.AddDays(25));
        var c = await InstallAsync("1.95.1");
        Clock = new FixedClock(s_day.AddDays(31));

        var both = await Manager()
            .PruneAsync(
                new GoPruneOptions
                {
                    Keep = 1,
                    OlderThan = TimeSpan.FromDays(30),
                    DryRun = true,
                },
                Cancel
            );
        var age = await Manager().PruneAsync(new GoPruneOptions { OlderThan = TimeSpan.FromDays(30) }, Cancel);

        Assert.Equal([a], both.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root));
        Assert.Equal([b, a], age.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root));
        Assert.True(Directory.Exists(c));
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(2999)]
    public async Task A_clock_that_is_far_off_hinders_nobody_and_nothing_is_lost_when_it_is_set(int year)
    {
        Clock = new FixedClock(new DateTimeOffset(year, 1, 1, 0, 0, 1, TimeSpan.Zero));
        var root = await InstallAsync("1.97.3");
        await InstallAsync("1.96.1");
        await Manager().LinkAsync(Scratch["home/go"], "1.97", Cancel);
        await Manager().PruneAsync(new GoPruneOptions { OlderThan = TimeSpan.FromDays(30) }, Cancel);
        await InstallAsync("1.97.3", force: true);
        Clock = TimeProvider.System;

        Assert.Equal(root, Manager().Find("1.97")!.Root);
        Assert.NotNull(Manager().Find("1.96"));
        Assert.Single(await Manager().UninstallAsync("1.96", Cancel));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(0)]
    public async Task A_clock_that_goes_back_makes_nothing_old(int years)
    {
        Clock = new FixedClock(s_day.AddYears(20));
        var root = await InstallAsync("1.97.3");
        Clock = new FixedClock(s_day.AddYears(20 + years));

        await Manager().PruneAsync(new GoPruneOptions { OlderThan = TimeSpan.FromDays(30) }, Cancel);

        Assert.True(Directory.Exists(root));
        Assert.NotNull(Manager().Find("1.97"));
    }

    [Fact]
    public async Task Without_count_and_age_no_toolchain_goes_and_a_dry_run_touches_nothing()
    {
        var root = await InstallAsync("1.97.3");

        Assert.DoesNotContain((await Manager().PruneAsync(new GoPruneOptions(), Cancel)).Toolchains, t => t.IsRemoved);
        var dry = await Manager().PruneAsync(new GoPruneOptions { Keep = 0, DryRun = true }, Cancel);

        Assert.Equal([root], dry.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root));
        Assert.True(Directory.Exists(root));
    }

    [Fact]
    public async Task What_PATH_leads_to_stays()
    {
        var root = await InstallAsync("1.97.3");
        Variables["PATH"] = Path.Combine(root, "bin");

        var report = await Manager().PruneAsync(new GoPruneOptions { Keep = 0 }, Cancel);

        Assert.Contains(Path.Combine(root, "bin"), Assert.Single(report.Toolchains).Reason, StringComparison.Ordinal);
        Assert.True(Directory.Exists(root));
    }

    [Fact]
    public async Task Archives_and_partial_ones_go_unless_their_toolchain_is_installed_or_they_are_young()
    {
        await InstallAsync("1.97.3");
        var platform = $"{GoPlatform.Host.Os}-{GoPlatform.Host.ReleaseArch}.{GoPlatform.Host.ArchiveExtension}";
        string[] names =
        [
            $"go1.97.3.{platform}",
            $"go1.96.1.{platform}",
            $"go1.95.1.{platform}.partial",
            $"go1.95.1.{platform}.partial.json",
            $"go1.94.1.{platform}",
        ];
        foreach (var name in names)
        {
            var file = Scratch.CreateFile($"store/downloads/{name}", "x");
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(name.Contains("1.94", StringComparison.Ordinal) ? 0 : -3));
        }

        var report = await Manager().PruneAsync(new GoPruneOptions(), Cancel);

        Assert.Equal(names[1..4].Order(), report.Archives.Select(Path.GetFileName).Order());
        Assert.Equal([names[4], names[0]], Directory.GetFiles(Layout.Downloads).Select(f => Path.GetFileName(f)!).Order());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
