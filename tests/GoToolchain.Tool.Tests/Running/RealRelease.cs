using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>A real Go, packed as a release and served on a loopback address.</summary>
public sealed class RealRelease : IAsyncLifetime
{
    public FakeGoMirror Mirror { get; } = new();

    public string Version { get; private set; } = "";

    public string Toolchain { get; private set; } = "";

    public string Path { get; private set; } = "";

    public Manifest Manifest { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var go = await TestGo.EnsureAsync("1.23");
        Version = go.Version.ToString();
        Toolchain = System.IO.Path.GetFileName(go.Root);
        Path = Mirror.AddRelease(Version, ReleaseArchive.For(ReleaseArchive.Entries(go.Root)));
        Manifest = GoToolchain.Store.Manifest.Read(new StoreLayout(TestGo.Store).Manifest(Toolchain))!;
    }

    public async ValueTask DisposeAsync() => await Mirror.DisposeAsync();
}
