using System.Collections.Concurrent;
using GoToolchain.Fixtures;
using GoToolchain.Testing.Tests.Frameworks;

[assembly: AssemblyFixture(typeof(BuiltSuites))]

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>The suites of all frameworks. Each is built once, when the first specification runs it.</summary>
public sealed class BuiltSuites : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SuiteFramework, Lazy<Task<BuiltSuite>>> _suites = new();
    private readonly PackageFeed _feed = new();
    private readonly ScratchDirectory _nothing = new("no-go");

    internal Task<BuiltSuite> GetAsync(SuiteFramework framework) =>
        _suites.GetOrAdd(framework, f => new(() => BuiltSuite.BuildAsync(f, _feed, SuiteMachine.With(_nothing.Root)))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var suite in _suites.Values)
        {
            (await suite.Value).Dispose();
        }

        _feed.Dispose();
        _nothing.Dispose();
    }
}
