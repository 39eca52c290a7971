using GoToolchain.Fixtures;
using GoToolchain.Health;
using GoToolchain.Health.Checks.Running;

namespace GoToolchain.Core.Tests.Health.Running;

/// <summary>An examination of one tree by the checks that run <c>go</c>, without those that only look: they have to know the cause themselves.</summary>
internal sealed class RunningCase
{
    /// <summary>The tree: absolute.</summary>
    public required string Root { get; init; }

    /// <summary>What the machine has besides what tests that run Go have.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    public HealthOptions Options { get; init; } = new();

    /// <summary>The ids of the checks to be run, with those that they need; null: all of the level.</summary>
    public string[]? Only { get; init; }

    public string? TempDirectory { get; init; }

    public string? HomeDirectory { get; init; }

    /// <summary>Other trees on the machine are to be known.</summary>
    public string? Store { get; init; }

    public async Task<HealthReport> RunAsync(CancellationToken? cancel = null)
    {
        var host = CreateHost();
        var manager = new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = host,
                Root = Root,
                Store = Store ?? Path.Combine(host.TempDirectory, "no-store"),
                Sources = ["go.dev"],
            }
        );
        var survey = manager.Survey();
        var subject = survey.Candidates.Select(c => c.Candidate).First(c => c.Origins.Contains(GoOrigin.Explicit));
        using var context = new HealthContext(host, manager.Settings, survey, subject, Options);
        return await new Examination(context, [.. Chosen()]).RunAsync(cancel ?? TestContext.Current.CancellationToken);
    }

    private HostMachine CreateHost()
    {
        var variables = new Dictionary<string, string>(TestGo.Host.Variables);
        foreach (var (name, value) in Variables)
        {
            if (value is null)
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = value;
            }
        }

        return new HostMachine
        {
            Variables = variables,
            HomeDirectory = HomeDirectory ?? TestGo.Host.HomeDirectory,
            TempDirectory = TempDirectory ?? TestGo.Host.TempDirectory,
            Platform = TestGo.Host.Platform,
        };
    }

    private IEnumerable<IHealthCheck> Chosen()
    {
        // What the checks of files would find, they do not find here.
        var premises = RunningChecks.All.SelectMany(c => c.Needs).Distinct().Except(RunningChecks.All.Select(c => c.Id));
        IReadOnlyList<IHealthCheck> all = [.. premises.Select(p => ScriptedCheck.That(p, ScriptedCheck.Fine)), .. RunningChecks.All];
        var wanted = new HashSet<string>(Only ?? all.Select(c => c.Id));
        foreach (var check in all.Reverse().Where(c => wanted.Contains(c.Id)))
        {
            wanted.UnionWith(check.Needs);
        }

        return all.Where(c => wanted.Contains(c.Id));
    }
}
