using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Store;

/// <summary>A store in a sandbox, and a feed in a directory that fills it: small trees, no network.</summary>
public abstract class StoreTest : IDisposable
{
    private readonly string _feed;
    private readonly Dictionary<string, byte[]> _archives = [];

    protected StoreTest()
    {
        _feed = Scratch.CreateDirectory("feed");
        Layout = new StoreLayout(Scratch["store"]);
    }

    protected ScratchDirectory Scratch { get; } = new();

    private protected StoreLayout Layout { get; }

    protected TimeProvider Clock { get; set; } = TimeProvider.System;

    protected Dictionary<string, string> Variables { get; } = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes the sandbox.</summary>
    protected virtual void Dispose(bool disposing) => Scratch.Dispose();

    protected GoToolchainManager Manager()
    {
        Variables["HOME"] = Scratch["home"];
        var sandbox = SandboxMachine.In(Scratch, Variables);
        var host = new HostMachine
        {
            Variables = sandbox.Variables,
            HomeDirectory = sandbox.HomeDirectory,
            TempDirectory = sandbox.TempDirectory,
            FileSystemRoot = sandbox.FileSystemRoot,
            Platform = sandbox.Platform,
            Clock = Clock,
        };
        return new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = host,
                Store = Layout.Directory,
                Mirrors = [_feed],
            }
        );
    }

    /// <summary>Offers a version, and installs it.</summary>
    protected async Task<string> InstallAsync(string version, bool lean = false, bool force = false)
    {
        Offer(version);
        return (await Manager().InstallAsync(version, force, lean: lean, cancel: Cancel)).Root;
    }

    /// <summary>Offers a version in the feed.</summary>
    /// <returns>Its archive.</returns>
    protected string Offer(string version, GoPlatform? platform = null)
    {
        platform ??= GoPlatform.Host;
        var name = $"go{version}.{platform.Os}-{platform.ReleaseArch}.{platform.ArchiveExtension}";
        if (!_archives.ContainsKey(name))
        {
            var model = SyntheticGoRoot.Create(Scratch["model", name], version, platform);
            model.Write("test/fixedbugs/a.go", "package a\n");
            model.Write("api/go1.txt", "pkg fmt\n");
            model.Write("doc/go_spec.html", "<h1>");
            model.Write("testdata.txt", "it only begins like one of them");
            _archives[name] = ReleaseArchive.For(ReleaseArchive.Entries(model.Root), platform);
            File.WriteAllBytes(Path.Combine(_feed, name), _archives[name]);
            WriteIndex();
        }

        return Path.Combine(_feed, name);
    }

    private void WriteIndex()
    {
        var releases = _archives.Select(a => new
        {
            version = VersionOf(a.Key),
            files = new[]
            {
                new
                {
                    filename = a.Key,
                    version = VersionOf(a.Key),
                    kind = "archive",
                    size = a.Value.Length,
                    sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(a.Value)),
                },
            },
        });
        File.WriteAllBytes(Path.Combine(_feed, "index.json"), System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(releases));
    }

    private static string VersionOf(string name) => name[..name[..name.IndexOf('-', StringComparison.Ordinal)].LastIndexOf('.')];
}
