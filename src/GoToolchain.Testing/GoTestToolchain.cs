using System.Collections.Concurrent;
using GoToolchain.Execution;
using GoToolchain.Testing.Provisioning;

namespace GoToolchain.Testing;

/// <summary>
/// The Go of a test run. It is looked for, or installed, once in a process; the outcome is recorded, and only the use of a Go that is not there
/// throws. So a fixture starts without an exception, and each test can tell that it is skipped or why it fails.
/// </summary>
public sealed class GoTestToolchain
{
    private static readonly GoTestOptions s_default = new();

    // By value: two callers who ask for the same share one search.
    private static readonly ConcurrentDictionary<GoTestOptions, GoSearch> s_ensured = new();
    private static readonly ConcurrentDictionary<GoTestOptions, GoSearch> s_seen = new();

    private readonly GoInstallation? _installation;

    internal GoTestToolchain(PolicyDecision decision, GoInstallation installation) =>
        (Policy, _installation) = (decision.Policy, installation);

    internal GoTestToolchain(PolicyDecision decision, GoToolchainUnavailableException failure) =>
        (Policy, Failure) = (decision.Policy, failure);

    /// <summary>The policy in force.</summary>
    public GoTestPolicy Policy { get; }

    /// <summary>Whether there is a Go.</summary>
    public GoTestStatus Status => Failure is null ? GoTestStatus.Ready : GoTestStatus.Unavailable;

    /// <summary>Why there is none; null when there is one.</summary>
    public GoToolchainUnavailableException? Failure { get; }

    /// <summary>The reason with which tests are to be skipped: null unless there is no Go and the policy is <see cref="GoTestPolicy.Skip"/>.</summary>
    public string? SkipReason => Policy == GoTestPolicy.Skip ? Failure?.Message : null;

    /// <summary>The Go.</summary>
    /// <exception cref="GoToolchainUnavailableException">There is none.</exception>
#pragma warning disable CA1065 // Throwing on use, and only then, is what this property is for.
    public GoInstallation Installation => _installation ?? throw Failure!.Again();
#pragma warning restore CA1065

    /// <summary>Does nothing when there is a Go.</summary>
    /// <exception cref="GoToolchainUnavailableException">There is none.</exception>
    public void ThrowIfUnavailable() => _ = Installation;

    /// <summary>
    /// Looks for a Go, and installs one where the policy is <see cref="GoTestPolicy.Provision"/>. Done once in a process for equal options; all
    /// callers share the outcome.
    /// </summary>
    /// <param name="options">What the suite decides; null: all by default.</param>
    /// <param name="cancel">Ends the wait of this caller; others may still need the outcome, so the work goes on.</param>
    /// <returns>The outcome. A Go that is not there is no exception here.</returns>
    public static Task<GoTestToolchain> EnsureAsync(GoTestOptions? options = null, CancellationToken cancel = default) =>
        EnsureAsync(options, log: null, cancel);

    /// <summary>Like <see cref="EnsureAsync(GoTestOptions, CancellationToken)"/>, and tells what an installation does.</summary>
    /// <param name="options">What the suite decides; null: all by default.</param>
    /// <param name="log">Is told each step, as long as this caller waits.</param>
    /// <param name="cancel">Ends the wait of this caller.</param>
    /// <returns>The outcome. A Go that is not there is no exception here.</returns>
    public static Task<GoTestToolchain> EnsureAsync(GoTestOptions? options, IGoTestLog? log, CancellationToken cancel = default) =>
        s_ensured.GetOrAdd(options ?? s_default, key => new GoSearch(key, mayInstall: true)).WaitAsync(log, cancel);

    /// <summary>Like <see cref="EnsureAsync(GoTestOptions, CancellationToken)"/>, for a version: what a test of a version matrix calls.</summary>
    /// <param name="version">The wanted version, for example <c>1.23</c>.</param>
    /// <param name="log">Is told each step of an installation.</param>
    /// <param name="cancel">Ends the wait of this caller.</param>
    /// <returns>The outcome. A Go that is not there is no exception here.</returns>
    public static Task<GoTestToolchain> EnsureAsync(string version, IGoTestLog? log = null, CancellationToken cancel = default) =>
        EnsureAsync(new GoTestOptions { Version = version }, log, cancel);

    /// <summary>
    /// Looks for a Go and never installs one, whatever the policy: quick enough for the moment at which tests are discovered. No process is started
    /// and no socket is opened. Done once in a process for equal options.
    /// </summary>
    /// <param name="options">What the suite decides; null: all by default.</param>
    public static GoTestToolchain Look(GoTestOptions? options = null) =>
        s_seen
            .GetOrAdd(options ?? s_default, key => new GoSearch(key, mayInstall: false))
            .WaitAsync(log: null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();

    /// <summary>A run of <c>go</c>.</summary>
    /// <param name="arguments">For example <c>"version"</c>.</param>
    /// <exception cref="GoToolchainUnavailableException">There is no Go.</exception>
    public GoCommand Command(params IEnumerable<string> arguments) => Installation.Command(arguments);

    /// <summary>A temporary module in an environment of its own; see <see cref="GoWorkspace"/>.</summary>
    /// <param name="files">The text of each file by its path below the module, with forward slashes. Without a <c>go.mod</c>, one is added.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="GoToolchainUnavailableException">There is no Go.</exception>
    public Task<GoWorkspace> CreateWorkspaceAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancel = default) =>
        GoWorkspace.CreateAsync(Installation, files, cancel);

    /// <summary>Creates a module that is kept and attached when the test fails: with <see cref="GoWorkspaceOptions.Log"/> of the test.</summary>
    /// <param name="files">The text of each file by its path below the module, with forward slashes. Without a <c>go.mod</c>, one is added.</param>
    /// <param name="options">What the test decides.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="GoToolchainUnavailableException">There is no Go.</exception>
    public Task<GoWorkspace> CreateWorkspaceAsync(
        IReadOnlyDictionary<string, string> files,
        GoWorkspaceOptions options,
        CancellationToken cancel = default
    ) => GoWorkspace.CreateAsync(Installation, files, options, cancel);

    /// <summary>One line for a test log.</summary>
    public override string ToString() =>
        _installation is { } go
            ? $"Go {go.Version} for {go.Platform} in {go.Root}, {(go.InstalledNow ? "installed for this run" : "found on this machine")}."
            : Failure!.Message;
}
