using System.Security.Cryptography;
using GoToolchain.Fixtures;
using GoToolchain.Sources;
using GoToolchain.Sources.Http;
using GoToolchain.Store;
using GoToolchain.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>A mirror on a loopback address, a store, and a source between them. No address but 127.0.0.1 is ever named.</summary>
public abstract class FeedTest : IAsyncDisposable
{
    /// <summary>Of a size that comes in many pieces, and does not shrink.</summary>
#pragma warning disable CA1819 // What a mirror serves is an array; nobody changes it.
    protected static byte[] Archive { get; } = MakeArchive();
#pragma warning restore CA1819

    protected FakeGoMirror Mirror { get; } = new();

    protected ScratchDirectory Scratch { get; } = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected GoMirrorRules Rules { get; set; }

    protected string Downloads => Scratch["store/downloads"];

    private protected static HttpLimits Quick { get; } =
        new()
        {
            Connect = TimeSpan.FromSeconds(2),
            FirstByte = TimeSpan.FromMilliseconds(700),
            Stall = TimeSpan.FromMilliseconds(400),
            Pause = TimeSpan.FromMilliseconds(10),
            IndexBytes = 1 << 20,
        };

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Mirror.DisposeAsync();
        Scratch.Dispose();
    }

    private protected IGoSource Source(params string[] mirrors) => Source(null, mirrors);

    private protected IGoSource Source(HttpLimits? limits, params string[] mirrors) => Source(SandboxMachine.In(Scratch), limits, mirrors);

    private protected IGoSource Source(HostMachine host, HttpLimits? limits, params string[] mirrors)
    {
        var settings = new GoToolchainSettings
        {
            Store = Scratch["store"],
            Sources = ["mirror"],
            Mirrors = mirrors.Length > 0 ? mirrors : [Mirror.Url],
            Offline = false,
            Preference = GoPreference.Managed,
            Downloads = GoDownloads.Automatic,
            LockTimeout = TimeSpan.FromMinutes(1),
            MirrorRules = Rules,
        };
        return SourceCatalog.Create(settings, host, new StoreLayout(settings.Store), NullLogger.Instance, limits ?? Quick).Single();
    }

    /// <summary>Lists and delivers the only release.</summary>
    private protected async Task<GoDelivery> DeliverAsync(IGoSource? source = null, CancellationToken? cancel = null)
    {
        source ??= Source();
        var release = (await source.ListAsync(GoPlatform.Host, cancel ?? Cancel)).Single();
        var staging = Scratch.CreateDirectory("store/staging/" + Path.GetRandomFileName());
        var context = new GoDeliveryContext(staging, Downloads, new Progress<GoProgress>(), NullLogger.Instance);
        return await source.DeliverAsync(release, context, cancel ?? Cancel);
    }

    private protected async Task<GoToolchainException> FailAsync(GoErrorCode code, IGoSource? source = null)
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => DeliverAsync(source));
        Assert.True(code == error.Code, $"{error.Code}: {error.Message}");
        Assert.NotNull(error.NextStep);
        return error;
    }

    private protected void AssertDelivered(GoDelivery delivery)
    {
        Assert.Equal(Archive.Length, new FileInfo(Path.Combine(Downloads, FileName)).Length);
        Assert.Equal([FileName], Directory.GetFiles(Downloads).Select(Path.GetFileName));
        Assert.Equal("go1.24.4\n", File.ReadAllText(Path.Combine(delivery.Root, "VERSION")));
        Assert.Equal(SHA256.HashData(Archive), Convert.FromHexString(delivery.ArchiveDigest.ToString()!));
        Assert.Equal(GoTrust.FeedChecksum, delivery.Trust);
    }

    protected static string FileName => $"go1.24.4.{GoPlatform.Host.Os}-{GoPlatform.Host.ReleaseArch}.{GoPlatform.Host.ArchiveExtension}";

    protected string[] Kept() =>
        Directory.Exists(Downloads) ? [.. Directory.GetFiles(Downloads).Select(f => Path.GetFileName(f)!).Order()] : [];

    private static byte[] MakeArchive()
    {
        var noise = new byte[3_000_000];
        for (var (i, state) = (0, 12345u); i < noise.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            noise[i] = (byte)(state >> 24);
        }

        return ReleaseArchive.For([ArchiveEntry.File("go/VERSION", "go1.24.4\n"), new ArchiveEntry("go/src/noise.bin", noise)]);
    }
}
