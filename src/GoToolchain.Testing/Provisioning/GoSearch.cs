namespace GoToolchain.Testing.Provisioning;

/// <summary>Finds or installs the Go of a test run, and turns every way in which that can fail into a recorded outcome.</summary>
internal sealed class GoSearch
{
    // Quick enough for every start of a test host: only files are looked at.
    private static readonly HealthOptions s_treeOnly = new() { Level = HealthLevel.Quick, Areas = ["tree"] };

    private readonly GoTestOptions _options;
    private readonly Lazy<Task<GoTestToolchain>> _outcome;
    private readonly ProvisioningLog _log = new();

    public GoSearch(GoTestOptions options, bool mayInstall) =>
        (_options, _outcome) = (options, new Lazy<Task<GoTestToolchain>>(() => Task.Run(() => RunAsync(mayInstall))));

    /// <summary>Waits for the outcome. The first who does starts the search.</summary>
    /// <param name="log">Is told what an installation does, as long as this caller waits.</param>
    /// <param name="cancel">Ends the wait of this caller; others may still need the outcome, so the work goes on.</param>
    public async Task<GoTestToolchain> WaitAsync(IGoTestLog? log, CancellationToken cancel)
    {
        if (log is null || _outcome is { IsValueCreated: true, Value.IsCompleted: true })
        {
            return await _outcome.Value.WaitAsync(cancel).ConfigureAwait(false);
        }

        _log.Add(log);
        try
        {
            return await _outcome.Value.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _log.Remove(log);
        }
    }

    private async Task<GoTestToolchain> RunAsync(bool mayInstall)
    {
        // Until the policy is known: a policy that cannot be read must not let tests be skipped.
        var decision = new PolicyDecision(GoTestPolicy.Fail, "the policy cannot be read");
        try
        {
            var built = BuildSettings.Read();
            var toolchain = _options.Toolchain ?? built.ApplyTo(new GoToolchainOptions { ProjectDirectory = TestAssemblies.Directory });
            decision = PolicyDecision.Resolve(_options.Policy, TestAssemblies.All, toolchain.Host);
            var installs = mayInstall && decision.Policy == GoTestPolicy.Provision;
            var manager = new GoToolchainManager(
                toolchain with
                {
                    Progress = toolchain.Progress ?? _log,
                    Downloads = installs ? toolchain.Downloads : GoDownloads.Never,
                }
            );
            var version = _options.Version ?? (_options.Toolchain is null ? built.Version : null);
            return await SearchAsync(manager, version, decision, installs).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
        {
            return new GoTestToolchain(decision, MissingGoText.Of(e, decision));
        }
#pragma warning disable CA1031 // A bug of ours must not end the start of a fixture, where no test shows it: it is thrown at each use instead.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var failure = new GoToolchainUnavailableException(GoErrorCodes.Internal, e.ToString(), "This is a bug; please report it.", e);
            return new GoTestToolchain(decision, failure);
        }
    }

    private async Task<GoTestToolchain> SearchAsync(GoToolchainManager manager, string? version, PolicyDecision decision, bool installs)
    {
        try
        {
            var go = await manager.EnsureAsync(version).ConfigureAwait(false);
            if (!go.InstalledNow && await FindDamageAsync(manager, version).ConfigureAwait(false) is { } damage)
            {
                if (!installs || !go.Candidate.IsManaged)
                {
                    return new GoTestToolchain(decision, MissingGoText.Of(damage, cause: null, decision));
                }

                _log.Write($"{damage.Cause} It is installed again.");
                go = await manager.InstallAsync(go.Version.ToString(), force: true).ConfigureAwait(false);
            }

            var found = new GoTestToolchain(decision, go);
            if (go.InstalledNow)
            {
                _log.Write(found.ToString());
            }

            return found;
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.DownloadsForbidden && decision.Policy != GoTestPolicy.Provision)
        {
            // Nothing may be installed, so the doctor's words say more than those of an installation that was not allowed.
            var finding = await FindDamageAsync(manager, version).ConfigureAwait(false);
            return new GoTestToolchain(decision, finding is null ? MissingGoText.Of(e, decision) : MissingGoText.Of(finding, e, decision));
        }
    }

    private static async Task<HealthFinding?> FindDamageAsync(GoToolchainManager manager, string? version)
    {
        var report = await manager.CheckAsync(version, s_treeOnly).ConfigureAwait(false);
        return report.Findings.FirstOrDefault(finding => finding.Severity == HealthSeverity.Error);
    }
}
