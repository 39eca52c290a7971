using System.IO.Compression;
using System.Security.Cryptography;
using GoToolchain.Fixtures;
using GoToolchain.Testing;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>
/// One real Go release in every form that a contender takes: an archive on a loopback mirror, and a module in a file proxy. It is an official archive
/// when a directory with one is named, else the toolchain that the product installs for the tests, packed the way releases are.
/// </summary>
internal sealed class BenchmarkInput : IAsyncDisposable
{
    /// <summary>A directory with an official archive <c>go1.N.P.os-arch.tar.gz</c>; null: none is named.</summary>
    public static string? ArchiveDirectory { get; set; }

    private BenchmarkInput(GoInstallation launcher, string version, byte[] archive, bool isOfficial)
    {
        (Launcher, Version, Archive, IsOfficial) = (launcher, version, archive, isOfficial);
        ArchivePath = Mirror.AddRelease(version, archive);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(archive));
    }

    public WorkDirectory Work { get; } = new();

    public FakeGoMirror Mirror { get; } = new();

    /// <summary>A Go that is there already: it fetches the module in the comparison.</summary>
    public GoInstallation Launcher { get; }

    /// <summary>For example <c>1.23.5</c>.</summary>
    public string Version { get; }

    public byte[] Archive { get; }

    public bool IsOfficial { get; }

    public string ArchivePath { get; }

    public string ArchiveUrl => Mirror.Url.TrimEnd('/') + ArchivePath;

    public string Sha256 { get; }

    public ModuleProxy Proxy { get; private set; } = null!;

    public static async Task<BenchmarkInput> CreateAsync()
    {
        // Toolchain switching began with 1.21.
        var launcher = await TestGo.EnsureAsync("1.23");
        var (version, archive) = ArchiveDirectory is { } directory ? ReadOfficial(directory) : Pack(launcher);
        var input = new BenchmarkInput(launcher, version, archive, ArchiveDirectory is not null);
        input.Proxy = await ModuleProxy.CreateAsync(input);
        return input;
    }

    public async ValueTask DisposeAsync()
    {
        await Mirror.DisposeAsync();
        Work.Dispose();
    }

    private static (string Version, byte[] Archive) ReadOfficial(string directory)
    {
        var suffix = $".{GoPlatform.Host.Os}-{GoPlatform.Host.ReleaseArch}.tar.gz";
        var file =
            Directory.EnumerateFiles(directory, "go*" + suffix).Max(StringComparer.Ordinal)
            ?? throw new FileNotFoundException($"{directory} holds no go1.N.P{suffix}.");
        return (Path.GetFileName(file)["go".Length..^suffix.Length], File.ReadAllBytes(file));
    }

    private static (string Version, byte[] Archive) Pack(GoInstallation go)
    {
        var tar = ReleaseArchive.Tar(ReleaseArchive.Entries(go.Root));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(tar);
        }

        return (go.Version.ToString(), packed.ToArray());
    }
}
