using System.Collections.Concurrent;

namespace GoToolchain.Health;

/// <summary>What is examined, and with what. One for each examination; checks that run side by side share it.</summary>
/// <param name="host">The machine.</param>
/// <param name="settings">The settings in force.</param>
/// <param name="survey">Every Go on the machine.</param>
/// <param name="subject">The one that is examined; null when there is none.</param>
/// <param name="options">What is to be done.</param>
internal sealed class HealthContext(
    HostMachine host,
    GoToolchainSettings settings,
    GoSurvey survey,
    GoCandidate? subject,
    HealthOptions options
) : IDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _shared = new();
    private readonly Lazy<ScratchPlace> _scratch = new(() => ScratchPlace.Create(host));

    /// <summary>The machine.</summary>
    public HostMachine Host => host;

    /// <summary>The settings in force.</summary>
    public GoToolchainSettings Settings => settings;

    /// <summary>Every Go on the machine, and what is wanted.</summary>
    public GoSurvey Survey => survey;

    /// <summary>The Go that is examined; null when there is none. Checks that need <c>tree.root</c> always have one.</summary>
    public GoCandidate? Subject => subject;

    /// <summary>What is to be done.</summary>
    public HealthOptions Options => options;

    /// <summary>A directory for files of this examination, each check in a subdirectory of its own. Made at the first use, removed at the end.</summary>
    /// <exception cref="GoToolchainException">No directory for temporary files can be written.</exception>
    public string Scratch => _scratch.Value.Directory;

    /// <summary>The subject, to be run. Its verdict may be any.</summary>
    /// <exception cref="InvalidOperationException">There is no subject.</exception>
    public GoInstallation Go => new(subject ?? throw new InvalidOperationException("There is no Go to run."), host);

    /// <summary>A value that several checks need and that is costly to get: made once, by the one that asks first.</summary>
    /// <typeparam name="T">It is kept by its type.</typeparam>
    /// <param name="make">Makes it.</param>
    public T Share<T>(Func<HealthContext, T> make)
        where T : class => (T)_shared.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_scratch.IsValueCreated)
        {
            _scratch.Value.Dispose();
        }
    }
}
