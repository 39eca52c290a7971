using GoToolchain.Fixtures;
using GoToolchain.Store;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>A machine with nineteen Go trees where people and tools of all kinds put them, and a shim on PATH.</summary>
internal sealed class CandidateMachine : IDisposable
{
    private readonly WorkDirectory _work = new();

    // Those in the store of the machine with twenty candidates in all.
    private const int InStore = 6;

    /// <param name="inStore">How many toolchains are in the store; six, with others elsewhere, when it is not said.</param>
    public CandidateMachine(int? inStore = null)
    {
        var root = _work.Next("machine");
        var home = Path.Combine(root, "home");
        Store = Path.Combine(home, "store");
        var layout = new StoreLayout(Store);
        var platform = GoPlatform.Host.ToFileName();
        var system = Path.Combine(root, "system");
        string[] elsewhere =
        [
            .. Enumerable.Range(19, 3).Select(minor => Path.Combine(system, "usr", "lib", $"go-1.{minor}")),
            Path.Combine(system, "usr", "local", "go"),
            Path.Combine(home, ".local", "go"),
            Path.Combine(home, "sdk", "go1.22.1"),
            Path.Combine(home, "sdk", "go1.22.2"),
            Path.Combine(home, ".goenv", "versions", "1.21.1"),
            Path.Combine(home, ".goenv", "versions", "1.21.2"),
            Path.Combine(home, ".asdf", "installs", "golang", "1.20.1", "go"),
            Path.Combine(home, ".local", "share", "mise", "installs", "go", "1.20.2"),
            Path.Combine(home, "go", "pkg", "mod", "golang.org", $"toolchain@v0.0.1-go1.24.1.{platform}"),
            Path.Combine(system, "opt", "hostedtoolcache", "go", "1.24.2", "x64"),
        ];
        string[] roots =
        [
            .. Enumerable.Range(0, inStore ?? InStore).Select(patch => layout.Toolchain($"go1.23.{patch}.{platform}")),
            .. inStore is null ? elsewhere : [],
        ];
        // And the shim.
        Candidates = roots.Length + (inStore is null ? 1 : 0);
        foreach (var goRoot in roots)
        {
            SyntheticGoRoot.Create(goRoot);
        }

        if (inStore is null)
        {
            AddWhatMakesThemCount(home, system);
        }

        foreach (var name in Directory.EnumerateDirectories(layout.Toolchains).Select(Path.GetFileName))
        {
            Directory.CreateDirectory(layout.Receipts);
            File.WriteAllBytes(layout.Receipt(name!), ReceiptOf(name!).ToJson());
        }

        Host = new HostMachine
        {
            Variables = new Dictionary<string, string>
            {
                ["PATH"] = string.Join(
                    Path.PathSeparator,
                    Path.Combine(home, ".goenv", "shims"),
                    Path.Combine(system, "usr", "local", "go", "bin")
                ),
            },
            HomeDirectory = home,
            TempDirectory = root,
            FileSystemRoot = system,
            Platform = GoPlatform.Host,
        };
    }

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    public HostMachine Host { get; }

    public string Store { get; }

    public void Dispose() => _work.Dispose();

    // And what a look at them meets besides.
    private static void AddWhatMakesThemCount(string home, string system)
    {
        File.WriteAllText(Path.Combine(home, "sdk", "go1.22.1", ".unpacked-success"), "");
        File.WriteAllText(Path.Combine(home, "sdk", "go1.22.2", ".unpacked-success"), "");
        File.WriteAllText(Path.Combine(system, "opt", "hostedtoolcache", "go", "1.24.2", "x64.complete"), "");
        Directory.CreateSymbolicLink(Path.Combine(home, ".local", "share", "mise", "installs", "go", "latest"), "./1.20.2");
        var shims = Directory.CreateDirectory(Path.Combine(home, ".goenv", "shims")).FullName;
        File.WriteAllText(
            Path.Combine(shims, "go"),
            $"#!/usr/bin/env bash\nexport GOENV_ROOT=\"{home}/.goenv\"\nexec goenv exec go \"$@\"\n"
        );
        File.WriteAllText(Path.Combine(home, ".goenv", "version"), "1.21.2\n");
    }

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
