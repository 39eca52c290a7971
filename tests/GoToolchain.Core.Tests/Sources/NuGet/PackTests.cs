using System.IO.Compression;
using GoToolchain.Core.Tests.Store;
using GoToolchain.Fixtures;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Sources.NuGet;

/// <summary>Real packages, a feed in a directory, and the <c>dotnet</c> that runs these tests.</summary>
public sealed class PackTests : StoreTest
{
    public PackTests()
    {
        Variables["PATH"] = Path.GetDirectoryName(DotNetHost)!;
        Variables["NUGET_PACKAGES"] = Scratch["packages"];
        Variables["DOTNET_CLI_HOME"] = Scratch.CreateDirectory("home");
        Variables["TMPDIR"] = Scratch.CreateDirectory("temp");
        // No address is asked but the feed of the test.
        Scratch.CreateFile(
            "project/nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="ours" value="{Scratch.CreateDirectory("nuget")}" />
              </packageSources>
            </configuration>
            """
        );
    }

    private static string DotNetHost =>
        Path.Combine(
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")),
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
        );

    [Fact]
    public async Task A_package_of_a_release_serves_who_reaches_nothing_else_and_fits_a_lock_file()
    {
        await InstallAsync("1.97.3");
        var package = await Manager().PackAsync(Scratch["nuget"], "1.97", Cancel);
        Assert.True(package.IsReleased);
        Scratch.CreateFile("project/gotoolchain.json", """{ "version": "1.97" }""");
        await InProject("mirror").LockAsync(cancel: Cancel);
        Directory.Delete(Layout.Directory, recursive: true);

        var locked = await InProject("nuget").InstallAsync(cancel: Cancel);
        Assert.Equal(GoTrust.Pinned, locked.Trust);
        File.Delete(Scratch["project/gotoolchain.lock.json"]);
        var go = await InProject("nuget").InstallAsync("1.97", force: true, cancel: Cancel);

        Assert.Equal(GoTrust.FeedChecksum, go.Trust);
        var receipt = Receipt.Read(Layout.Receipt(Path.GetFileName(go.Root)))!;
        Assert.Equal($"{package.Id} {package.Version}", receipt.From);
        Assert.Contains("feed-checksum", receipt.VouchedBy, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(go.GoExecutable).HasFlag(UnixFileMode.UserExecute));
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task The_same_toolchain_gives_the_same_bytes_with_and_without_its_archive()
    {
        await InstallAsync("1.97.3");
        foreach (var kind in (string[])["released", "made"])
        {
            if (kind == "made")
            {
                File.Delete(Offer("1.97.3"));
            }

            var first = await Manager().PackAsync(Scratch["a"], "1.97", Cancel);
            await Task.Delay(TimeSpan.FromSeconds(2.1), Cancel);
            var second = await Manager().PackAsync(Scratch["b"], "1.97", Cancel);

            Assert.Equal(kind == "released", first.IsReleased);
            Assert.Equal(await File.ReadAllBytesAsync(first.File, Cancel), await File.ReadAllBytesAsync(second.File, Cancel));
            Assert.Equal(first.Size, new FileInfo(first.File).Length);
        }
    }

    [Fact]
    public async Task A_package_of_an_installed_tree_brings_its_modes_but_does_not_fit_a_lock_file()
    {
        var root = await InstallAsync("1.97.3");
        Scratch.CreateFile("project/gotoolchain.json", """{ "version": "1.97" }""");
        await InProject("mirror").LockAsync(cancel: Cancel);
        File.Delete(Offer("1.97.3"));
        await Manager().PackAsync(Scratch["nuget"], "1.97", Cancel);
        var manifest = Manifest.Read(Layout.Manifest(Path.GetFileName(root)))!;
        Directory.Delete(Layout.Directory, recursive: true);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => InProject("nuget").InstallAsync(cancel: Cancel));
        Assert.Contains("installed tree", error.Sources.Single(s => s.Source == "nuget").Reason, StringComparison.Ordinal);
        File.Delete(Scratch["project/gotoolchain.lock.json"]);
        await InProject($"nuget:{Scratch["nuget"]}").InstallAsync("1.97.3", cancel: Cancel);

        Assert.Equal(manifest.Entries, Manifest.Read(Layout.Manifest(Path.GetFileName(root)))!.Entries);
    }

    [Theory]
    [InlineData("windows", "amd64")]
    [InlineData("darwin", "arm64")]
    public async Task A_Go_of_another_platform_is_packed_without_being_installed_and_serves_that_platform(string os, string arch)
    {
        var platform = new GoPlatform(os, arch);
        Offer("1.97.2");
        var archive = Offer("1.97.2", platform);

        var package = await Manager().PackAsync(Scratch["nuget"], platform, "1.97", Cancel);

        Assert.EndsWith($"GoToolchain.Go.{os}-{arch}.1.97.2.nupkg", package.File, StringComparison.Ordinal);
        Assert.True(package.IsReleased);
        await using (var zip = await ZipFile.OpenReadAsync(package.File, Cancel))
        {
            var packed = zip.Entries.Single(e => e.Name == Path.GetFileName(archive));
            await using var stream = await packed.OpenAsync(Cancel);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancel);
            Assert.Equal(await File.ReadAllBytesAsync(archive, Cancel), bytes.ToArray());
        }

        Assert.DoesNotContain(Manager().Locate(), c => c.IsManaged);
        Assert.False(Directory.Exists(Layout.Toolchains));
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task A_lock_file_pins_what_is_packed_for_another_platform()
    {
        var platform = new GoPlatform("darwin", "arm64");
        Offer("1.97.2", platform);
        Scratch.CreateFile("project/gotoolchain.json", """{ "version": "1.97" }""");
        var project = new GoToolchainManager(Manager().Options with { ProjectDirectory = Scratch["project"] });
        await project.LockAsync(platforms: [platform], cancel: Cancel);
        Offer("1.97.3", platform);

        project = new GoToolchainManager(project.Options);
        var package = await project.PackAsync(Scratch["nuget"], platform, cancel: Cancel);
        var drift = await Assert.ThrowsAsync<GoToolchainException>(() =>
            project.PackAsync(Scratch["nuget"], new GoPlatform("windows", "amd64"), cancel: Cancel)
        );

        Assert.Equal("1.97.2", package.Version);
        Assert.Equal(GoErrorCodes.LockDrift, drift.Code);
        Assert.Contains("windows/amd64", drift.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_tree_is_not_packed()
    {
        var root = await InstallAsync("1.97.3");
        File.Delete(Offer("1.97.3"));
        await File.AppendAllTextAsync(Path.Combine(root, "src", "fmt", "print.go"), "// changed", Cancel);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().PackAsync(Scratch["a"], "1.97", Cancel));

        Assert.Equal(GoErrorCodes.CannotPack, error.Code);
        Assert.Contains("print.go", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Scratch["a"]));
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task A_package_that_was_changed_on_the_feed_is_refused()
    {
        await InstallAsync("1.97.3");
        var package = await Manager().PackAsync(Scratch["nuget"], "1.97", Cancel);
        Directory.Delete(Layout.Directory, recursive: true);
        await using (var zip = await ZipFile.OpenAsync(package.File, ZipArchiveMode.Update, Cancel))
        {
            var entry = zip.Entries.Single(e =>
                e.Name.EndsWith(".gz", StringComparison.Ordinal) || e.Name.EndsWith(".zip", StringComparison.Ordinal)
            );
            var middle = entry.Length / 2;
            await using var stream = await entry.OpenAsync(Cancel);
            stream.Position = middle;
            stream.WriteByte(0xff);
            stream.WriteByte(0x00);
        }

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => InProject("nuget").InstallAsync("1.97.3", cancel: Cancel));

        Assert.Equal(5, error.Code.ExitCode);
        Assert.False(Directory.Exists(Layout.Toolchains));
    }

    [Theory]
    [InlineData("nuget:https://127.0.0.1:1/v3/index.json", "service index")]
    [InlineData("nuget", "offers nothing")]
    [InlineData("without dotnet", "no `dotnet` on PATH")]
    public async Task Why_it_cannot_serve_is_one_line(string source, string reason)
    {
        if (source == "without dotnet")
        {
            Variables["PATH"] = Scratch.CreateDirectory("empty");
            source = "nuget";
        }

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => InProject(source).InstallAsync("1.97", cancel: Cancel));

        var failure = Assert.Single(error.Sources);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Reason);
    }

    private GoToolchainManager InProject(string source)
    {
        var options = Manager().Options;
        return new GoToolchainManager(options with { ProjectDirectory = Scratch["project"], Sources = [source] });
    }
}
