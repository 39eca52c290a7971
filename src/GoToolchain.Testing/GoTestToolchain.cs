using System.Collections.Concurrent;
using GoToolchain.Execution;

namespace GoToolchain.Testing;

/// <summary>
/// The Go of a test run. It is looked for, or installed, once in a process; the outcome is recorded, and only the use of a Go that is not there
/// throws. So a fixture starts without an exception, and each test can tell that it is skipped or why it fails.
/// </summary>
public sealed class GoTestToolchain
{
    private static readonly GoTestOptions s_default = new();
    private static readonly ConcurrentDictionary<GoTestOptions, Lazy<Task<GoTestToolchain>>> s_ensured = new(
        ReferenceEqualityComparer.Instance
    );
    private static readonly ConcurrentDictionary<GoTestOptions, Lazy<GoTestToolchain>> s_seen = new(ReferenceEqualityComparer.Instance);

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

    /// <summary>
    /// Looks for a Go, and installs one where the policy is <see cref="GoTestPolicy.Provision"/>. Done once in a process for each options object;
    /// all callers share the outcome.
    /// </summary>
    /// <param name="options">What the suite decides; null: all by default, shared by everybody who passes null.</param>
    /// <param name="cancel">Ends the wait of this caller; others may still need the outcome, so the work goes on.</param>
    /// <returns>The outcome. A Go that is not there is no exception here.</returns>
    public static Task<GoTestToolchain> EnsureAsync(GoTestOptions? options = null, CancellationToken cancel = default) =>
        s_ensured
            .GetOrAdd(
                options ?? s_default,
                key => new Lazy<Task<GoTestToolchain>>(() => Task.Run(() => GoSearch.RunAsync(key, mayInstall: true)))
            )
            .Value.WaitAsync(cancel);

    /// <summary>
    /// Looks for a Go and never installs one, whatever the policy: quick enough for the moment at which tests are discovered. No process is started
    /// and no socket is opened. Done once in a process for each options object.
    /// </summary>
    /// <param name="options">What the suite decides; null: all by default.</param>
    public static GoTestToolchain Look(GoTestOptions? options = null) =>
        s_seen
            .GetOrAdd(
                options ?? s_default,
                // Discovery has no asynchronous form in the frameworks. Off this thread, no synchronisation context can be in the way.
                key => new Lazy<GoTestToolchain>(() => Task.Run(() => GoSearch.RunAsync(key, mayInstall: false)).GetAwaiter().GetResult())
            )
            .Value;

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

    /// <summary>One line for a test log.</summary>
    public override string ToString() =>
        _installation is { } go
            ? $"Go {go.Version} for {go.Platform} in {go.Root}, {(go.InstalledNow ? "installed for this run" : "found on this machine")}."
            : Failure!.Message;
}
