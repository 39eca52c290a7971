using GoToolchain.Fixtures;
using GoToolchain.Store;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>A machine with twenty Go trees in the places where people and tools put them.</summary>
internal sealed class CandidateMachine : IDisposable
{
    public const int Candidates = 20;

    private readonly WorkDirectory _work = new();

    public CandidateMachine()
    {
        var root = _work.Next("machine");
        var home = Path.Combine(root, "home");
        Store = Path.Combine(home, "store");
        var layout = new StoreLayout(Store);
        var roots = Enumerable
            .Range(0, 8)
            .Select(patch => layout.Toolchain($"go1.23.{patch}.{GoPlatform.Host.Os}-{GoPlatform.Host.Arch}"))
            .Concat(Enumerable.Range(0, 6).Select(patch => Path.Combine(home, "sdk", $"go1.22.{patch}")))
            .Concat(Enumerable.Range(19, 4).Select(minor => Path.Combine(root, "system", "usr", "lib", $"go-1.{minor}")))
            .Append(Path.Combine(root, "system", "usr", "local", "go"))
            .Append(Path.Combine(home, ".local", "go"));
        foreach (var goRoot in roots)
        {
            SyntheticGoRoot.Create(goRoot);
        }

        foreach (var name in Directory.EnumerateDirectories(layout.Toolchains).Select(Path.GetFileName))
        {
            Directory.CreateDirectory(layout.Receipts);
            File.WriteAllBytes(layout.Receipt(name!), ReceiptOf(name!).ToJson());
        }

        Host = new HostMachine
        {
            Variables = new Dictionary<string, string> { ["PATH"] = Path.Combine(root, "system", "usr", "local", "go", "bin") },
            HomeDirectory = home,
            TempDirectory = root,
            FileSystemRoot = Path.Combine(root, "system"),
            Platform = GoPlatform.Host,
        };
    }

    public HostMachine Host { get; }

    public string Store { get; }

    public void Dispose() => _work.Dispose();

    // Read for each tree in the store, so it is part of what is measured.
    private static Receipt ReceiptOf(string toolchain) =>
        new()
        {
            Toolchain = toolchain,
            Version = "1.24.4",
            Platform = GoPlatform.Host.ToString(),
            Source = "go.dev",
            From = "https://go.dev/dl/go1.24.4.linux-amd64.tar.gz",
            VouchedBy = "https://go.dev/dl/?mode=json&include=all",
            Trust = GoTrust.FeedChecksum,
            InstalledAt = DateTimeOffset.UnixEpoch,
            Files = 15000,
            Bytes = 250_000_000,
        };
}
