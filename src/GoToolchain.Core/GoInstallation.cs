using GoToolchain.Execution;

namespace GoToolchain;

/// <summary>A usable GOROOT.</summary>
public sealed class GoInstallation
{
    internal GoInstallation(GoCandidate candidate, HostMachine host, bool installedNow = false)
    {
        Candidate = candidate;
        Host = host;
        InstalledNow = installedNow;
    }

    /// <summary>How it was found.</summary>
    public GoCandidate Candidate { get; }

    /// <summary>GOROOT: absolute.</summary>
    public string Root => Candidate.Root;

    /// <summary>The version in its VERSION file, else in its <c>bin/go</c>.</summary>
    public GoVersion Version => Candidate.Version!;

    /// <summary>The platform on which it runs.</summary>
    public GoPlatform Platform => Candidate.Platform!;

    /// <summary>How far its bytes have been proved.</summary>
    public GoTrust Trust => Candidate.Trust;

    /// <summary>This very call installed it; false when it was there before.</summary>
    public bool InstalledNow { get; }

    /// <summary>The <c>go</c> command: absolute path.</summary>
    public string GoExecutable => Path.Combine(Root, "bin", "go" + Platform.ExecutableSuffix);

    /// <summary>The machine on which it was found, with the environment in which it runs.</summary>
    public HostMachine Host { get; }

    /// <summary>A run of <c>go</c> with these arguments in a clean environment; see <see cref="GoCommand"/>.</summary>
    /// <param name="arguments">For example <c>"build", "./..."</c>.</param>
    public GoCommand Command(params IEnumerable<string> arguments) => new(this, [.. arguments]);
}
