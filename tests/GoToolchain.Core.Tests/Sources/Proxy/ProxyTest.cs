using GoToolchain.Fixtures;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources.Proxy;

/// <summary>A toolchain on a module proxy with a checksum database, and a machine whose Go settings lead there.</summary>
public abstract class ProxyTest : IAsyncDisposable
{
    protected const string Version = "1.24.4";

    protected FakeGoMirror Mirror { get; } = new();

    protected ScratchDirectory Scratch { get; } = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Zip { get; }

    protected string Tree => Scratch["tree"];

    protected ProxyTest()
    {
        var tree = SyntheticGoRoot.Create(Tree, Version);
        tree.Write("src/go.mod", "module std\n");
        tree.Write("src/cmd/go.mod", "module cmd\n");
        tree.Write("src/all.bash", "#!/usr/bin/env bash\n");
        tree.Write("src/empty.go", "");
        tree.Write("test/fixedbugs/bug.go", "package bug\n");
        tree.Write("api/go1.txt", "pkg fmt\n");
        Mirror.Database.Grow(300);
        Zip = Mirror.AddToolchain(Version, ReleaseArchive.Entries(Tree));
        Mirror.Database.Grow(3);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Mirror.DisposeAsync();
        Scratch.Dispose();
    }

    private protected GoToolchainManager Manager(
        string? proxies = null,
        string? database = null,
        bool offline = false,
        GoTrust? requireTrust = null,
        params string[] sources
    )
    {
        var variables = new Dictionary<string, string>
        {
            ["HOME"] = Scratch.CreateDirectory("home"),
            ["GOPROXY"] = proxies ?? Mirror.ModuleProxyUrl,
            ["GOSUMDB"] = database ?? Mirror.ChecksumDatabase,
        };
        return new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(Scratch, variables),
                Store = Scratch["store"],
                Sources = sources.Length > 0 ? sources : ["proxy"],
                Offline = offline,
                RequireTrust = requireTrust,
            }
        );
    }

    private protected async Task<GoToolchainException> FailAsync(GoErrorCode code, GoToolchainManager? manager = null)
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => (manager ?? Manager()).InstallAsync(Version, cancel: Cancel));
        Assert.True(code == error.Code, $"{error.Code}: {error.Message} {string.Join('\n', error.Details)}");
        Assert.Empty(Directory.Exists(Scratch["store/toolchains"]) ? Directory.GetDirectories(Scratch["store/toolchains"]) : []);
        Assert.Empty(Directory.Exists(Scratch["store/staging"]) ? Directory.GetDirectories(Scratch["store/staging"]) : []);
        return error;
    }

    /// <summary>The module proxy as a directory.</summary>
    protected async Task<string> CopyToDirectoryAsync()
    {
        using var client = new HttpClient();
        var version = Path.GetFileName(Zip)[..^".zip".Length];
        foreach (var name in (string[])["list", version + ".zip", version + ".mod", version + ".info"])
        {
            var file = Scratch.CreateFile("proxy/golang.org/toolchain/@v/" + name);
            await File.WriteAllBytesAsync(
                file,
                await client.GetByteArrayAsync(new Uri($"{Mirror.ModuleProxyUrl}/golang.org/toolchain/@v/{name}"), Cancel),
                Cancel
            );
        }

        return new Uri(Scratch["proxy"]).AbsoluteUri;
    }
}
