using GoToolchain.Inspection;
using GoToolchain.Locating;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;
using GoToolchain.Telemetry;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>Compares every file of a Go with what it should be.</summary>
    /// <param name="go">The Go.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NothingToCompareWith"/>.</exception>
    public Task<VerificationReport> VerifyAsync(GoInstallation go, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(go);
        return VerifyAsync("path:" + go.Root, cancel: cancel);
    }

    /// <summary>
    /// Compares every file of a Go, of whatever origin and however damaged, with the best witness that this machine has: the manifest of its
    /// installation, the state that was adopted, another tree of the same build, a snapshot, or the archive of an earlier download. Files that have
    /// not been changed since they were known to be right are not read, unless <paramref name="deep"/> is set. Opens no socket.
    /// </summary>
    /// <param name="spec">The wanted version, or <c>path:DIR</c>; null: what the project says, else any.</param>
    /// <param name="deep">Read and hash every file.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException">
    /// <see cref="GoErrorCodes.NothingToCompareWith"/>, <see cref="GoErrorCodes.NotRepairable"/> when nothing tells what it is, or there is none.
    /// </exception>
    public Task<VerificationReport> VerifyAsync(string? spec, bool deep = false, CancellationToken cancel = default) =>
        Observed.RunAsync(
            OperationKind.Verify,
            _ => Task.Run(() => Verify(RequireTree(spec), deep, cancel), cancel),
            Descriptions.Verified
        );

    /// <summary>
    /// Declares the files of a GOROOT that something else has installed to be right as they are now, so that it can be compared and mended later. It
    /// has to pass the quick examination of its files.
    /// </summary>
    /// <param name="spec">The wanted version, or <c>path:DIR</c>; null: what the project says, else any.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NotAdoptable"/>, or the store cannot be written.</exception>
    public async Task<VerificationReport> AdoptAsync(string? spec = null, CancellationToken cancel = default)
    {
        var subject = RequireTree(spec);
        var options = new HealthOptions { Level = HealthLevel.Quick, Areas = ["tree"] };
        var health = await CheckAsync("path:" + subject.Root, options, cancel).ConfigureAwait(false);
        if (health.Findings.FirstOrDefault(f => f.Severity == HealthSeverity.Error) is { } finding || subject.Version is not { } version)
        {
            throw new GoToolchainException(
                GoErrorCodes.NotAdoptable,
                $"It is damaged, and would be taken for right: {health.Findings.FirstOrDefault()?.Cause ?? "nothing tells its version."}",
                subject.Root,
                "Mend it first with `gotoolchain repair`."
            );
        }

        return await Task.Run(() => Adopt(subject, version, cancel), cancel).ConfigureAwait(false);
    }

    private VerificationReport Adopt(RepairSubject subject, GoVersion version, CancellationToken cancel)
    {
        StoreVersion.RequireWritable(_layout);
        var at = Options.Host.Clock.GetUtcNow();
        var manifest = TreeManifest.Of(subject.Root, cancel);
        try
        {
            new AdoptedTrees(_layout).Write(subject.Root, version, subject.Platform, manifest, at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, _layout.Adopted);
        }

        return Verify(subject, deep: false, cancel) with
        {
            IsAdopted = true,
        };
    }

    private VerificationReport Verify(RepairSubject subject, bool deep, CancellationToken cancel)
    {
        var reference =
            new ContentReferences(_layout, Materials(isOffline: true)).Find(subject, cancel) ?? throw TreeRepair.NothingKnown(subject);
        var trust = reference.Basis == ContentBasis.Installed ? Receipt.Read(_layout.Receipt(subject.Toolchain!))?.Trust : null;
        return new VerificationReport(
            subject.Root,
            ContentCheck.Compare(subject.Root, reference.Manifest, reference.ToOptions(deep), cancel)
        )
        {
            Version = subject.Version,
            Platform = subject.Platform,
            Basis = reference.Basis,
            ComparedWith = reference.Name,
            Trust = trust ?? GoTrust.Unverified,
        };
    }

    // Whatever is left of it, but something.
    private RepairSubject RequireTree(string? spec)
    {
        var subject = RequireSubject(spec);
        return FileFacts.Of(subject.Root).Kind == FileKind.Directory
            ? subject
            : throw new GoToolchainException(
                GoErrorCodes.RootMissing,
                $"{subject.Root} does not exist, or is no directory.",
                subject.Root,
                "Get it back with `gotoolchain recover`."
            );
    }

    private RepairSubject RequireSubject(string? spec)
    {
        var survey = Survey(spec);
        var candidate =
            SubjectOf(survey, NamedRoot(Resolve(spec)) is not null)
            ?? throw MissingGo.NotFound(survey.Wanted, survey.WantedPlace, WhyNot(survey.Wanted, Settings.Preference), offers: null);
        return RepairSubject.Of(candidate, Options.Host, _layout);
    }
}
