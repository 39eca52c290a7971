using GoToolchain.Sources.Apt;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Fixtures;

/// <summary>
/// Packages of the distribution for tests that need files which no test can make: fetched as the product fetches Go, without root and without a
/// change of the machine, once per checkout, into <c>artifacts/test-packages</c>.
/// </summary>
public static class DistributionPackages
{
    private static readonly SemaphoreSlim s_gate = new(1);
    private static readonly string s_root = RepositoryRoot.File("artifacts", "test-packages");

    /// <summary>Unpacks packages into one directory.</summary>
    /// <param name="name">Name of the directory.</param>
    /// <param name="packages">Their names.</param>
    /// <param name="cancel">Ends it.</param>
    public static Task<UnpackedPackages> UnpackAsync(string name, IReadOnlyList<string> packages, CancellationToken cancel) =>
        UnpackAsync(name, (_, _, _) => Task.FromResult(packages), _ => { }, cancel);

    /// <summary>Unpacks packages, and those of the packages which they depend on that are wanted, into one directory.</summary>
    /// <param name="name">Name of the directory.</param>
    /// <param name="packages">Their names.</param>
    /// <param name="isWanted">Whether a package that they depend on is unpacked too.</param>
    /// <param name="finish">What is to be done to the directory, once, before anybody sees it; it is given where it will be.</param>
    /// <param name="cancel">Ends it.</param>
    public static Task<UnpackedPackages> UnpackWithDependenciesAsync(
        string name,
        IReadOnlyList<string> packages,
        Func<string, bool> isWanted,
        Action<string> finish,
        CancellationToken cancel
    ) => UnpackAsync(name, (apt, directory, c) => ResolveAsync(apt, directory, packages, isWanted, c), finish, cancel);

    private static async Task<UnpackedPackages> UnpackAsync(
        string name,
        Func<PrivateApt, string, CancellationToken, Task<IReadOnlyList<string>>> choose,
        Action<string> finish,
        CancellationToken cancel
    )
    {
        var host = TestGo.Host;
        if (host.FindOnPath("apt-get") is null || host.FindOnPath("dpkg-deb") is null)
        {
            return new UnpackedPackages(null, "This machine has no apt.");
        }

        var directory = Path.Combine(s_root, name);
        await s_gate.WaitAsync(cancel);
        try
        {
            if (Directory.Exists(directory))
            {
                return new UnpackedPackages(directory);
            }

            var staging = $"{directory}.{Environment.ProcessId}";
            try
            {
                if (await FetchAsync(host, choose, staging, cancel) is { } reason)
                {
                    return new UnpackedPackages(null, reason);
                }

                finish(staging);
                Publish(staging, directory);
            }
            finally
            {
                if (Directory.Exists(staging))
                {
                    Directory.Delete(staging, recursive: true);
                }
            }
        }
        finally
        {
            s_gate.Release();
        }

        return new UnpackedPackages(directory);
    }

    // Another test project may have been faster.
    private static void Publish(string staging, string directory)
    {
        try
        {
            Directory.Move(staging, directory);
        }
        catch (IOException) when (Directory.Exists(directory)) { }
    }

    private static async Task<string?> FetchAsync(
        HostMachine host,
        Func<PrivateApt, string, CancellationToken, Task<IReadOnlyList<string>>> choose,
        string staging,
        CancellationToken cancel
    )
    {
        var state = Path.Combine(s_root, "apt");
        Directory.CreateDirectory(state);
        Directory.CreateDirectory(staging);
        var apt = new PrivateApt(host, state, DebianArchitecture.FromPlatform(host.Platform)!, NullLogger.Instance);
        await new AptIndex(host, apt, state, null, NullLogger.Instance).RefreshAsync(TimeSpan.FromDays(30), cancel);
        var packages = await choose(apt, staging, cancel);
        var run = await apt.RunAsync("apt-get", ["download", .. packages], staging, null, cancel);
        if (run.ExitCode != 0)
        {
            return $"apt has no {string.Join(", ", packages)}: {run.Reason}";
        }

        foreach (var file in Directory.EnumerateFiles(staging, "*.deb"))
        {
            await apt.UnpackAsync(file, staging, cancel);
            File.Delete(file);
        }

        return null;
    }

    private static async Task<IReadOnlyList<string>> ResolveAsync(
        PrivateApt apt,
        string directory,
        IReadOnlyList<string> packages,
        Func<string, bool> isWanted,
        CancellationToken cancel
    )
    {
        string[] arguments = ["install", "--simulate", "--no-install-recommends", .. packages];
        var run = await apt.RunAsync("apt-get", arguments, directory, null, cancel);
        // Inst gcc-12-base (12.2.0-14 Debian:12.5/stable [amd64])
        var needed = run.Output.Where(l => l.StartsWith("Inst ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]);
        return run.ExitCode != 0 ? packages : [.. packages.Union(needed.Where(isWanted))];
    }
}
