using GoToolchain.Fixtures;

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
        var roots = Enumerable
            .Range(0, 8)
            .Select(patch => Path.Combine(Store, "toolchains", $"go1.23.{patch}.{GoPlatform.Host.Os}-{GoPlatform.Host.Arch}"))
            .Concat(Enumerable.Range(0, 6).Select(patch => Path.Combine(home, "sdk", $"go1.22.{patch}")))
            .Concat(Enumerable.Range(19, 4).Select(minor => Path.Combine(root, "system", "usr", "lib", $"go-1.{minor}")))
            .Append(Path.Combine(root, "system", "usr", "local", "go"))
            .Append(Path.Combine(home, ".local", "go"));
        foreach (var goRoot in roots)
        {
            SyntheticGoRoot.Create(goRoot);
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
}
