using GoToolchain.Sources.Http;
using GoToolchain.Sources.Proxy;
using GoToolchain.Telemetry;
using GoToolchain.Verification;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Proves that an installed Go, whoever installed it, is the published release byte for byte: its files are hashed, and the hash is compared
    /// with the record in Go's public checksum database (<c>GOSUMDB</c>). Covered is what the module <c>golang.org/toolchain</c> holds: all of a
    /// release but <c>api</c>, <c>doc</c>, <c>misc</c> and <c>test</c>; permissions are not. Where the database cannot be asked, the hash is computed
    /// and <see cref="GoLogProof.Obstacle"/> says what is missing.
    /// </summary>
    /// <param name="spec">Which: a version, or <c>path:DIR</c>; null: the one that would be used.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">
    /// There is no such Go, it is older than 1.21 or no release (<c>GOTC2025</c>), or the database proves nothing (<c>GOTC2021</c>, <c>GOTC2022</c>).
    /// </exception>
    public async Task<GoLogProof> ProveAsync(string? spec = null, CancellationToken cancel = default)
    {
        var wanted = Resolve(spec);
        var candidate = NamedRoot(wanted) is { } root
            ? Locator(root).LocateIn(GoOrigin.Explicit).Single()
            : Find(wanted, Settings.Preference)?.Candidate ?? throw MissingGo(wanted);
        return await ProveAsync(candidate, cancel).ConfigureAwait(false);

        GoToolchainException MissingGo(GoVersionSpec? missing) =>
            Locating.MissingGo.NotFound(missing, PlaceOf(spec), WhyNot(missing, Settings.Preference), offers: null);
    }

    /// <summary>As <see cref="ProveAsync(string?, CancellationToken)"/>, for a Go that was found.</summary>
    /// <param name="go">The Go.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<GoLogProof> ProveAsync(GoInstallation go, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(go);
        return ProveAsync(go.Candidate, cancel);
    }

    private Task<GoLogProof> ProveAsync(GoCandidate candidate, CancellationToken cancel) =>
        Observed.RunAsync(OperationKind.Verify, _ => ProveNowAsync(candidate, cancel), Descriptions.Proved);

    private async Task<GoLogProof> ProveNowAsync(GoCandidate candidate, CancellationToken cancel)
    {
        var prover = new LogProver(() =>
            new ProxyEnvironment(Options.Host).OpenDatabase(new GoHttp(Options.Host), _layout, Settings, Options.Logger)
        );
        Options.Progress?.Report(new GoProgress(GoProgressPhase.Verifying, Detail: candidate.Root));
        return await prover.ProveAsync(candidate, cancel).ConfigureAwait(false);
    }
}
