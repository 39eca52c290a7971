using GoToolchain.Environments;
using GoToolchain.Environments.Search;
using GoToolchain.Environments.StartFiles;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>What several checks of the surroundings look at: read once.</summary>
internal sealed class GoSurroundings
{
    private readonly Lazy<StartFileSurvey> _startFiles;

    private GoSurroundings(HealthContext context)
    {
        Host = context.Host;
        Go = GoConfiguration.Read(context.Host, context.Subject);
        Values = new GoVariableValues(Go);
        Install = InstallDirectoryRules.Of(Go);
        _startFiles = new(() => StartFileSurvey.Read(context.Host));
    }

    /// <summary>The machine.</summary>
    public HostMachine Host { get; }

    /// <summary>What Go takes as its configuration.</summary>
    public GoConfiguration Go { get; }

    /// <summary>The values that come out of it.</summary>
    public GoVariableValues Values { get; }

    /// <summary>Where <c>go install</c> writes.</summary>
    public GoInstallDirectory Install { get; }

    /// <summary>The start-up files.</summary>
    public StartFileSurvey StartFiles => _startFiles.Value;

    /// <summary>Those of an examination.</summary>
    /// <param name="context">The examination.</param>
    public static GoSurroundings Of(HealthContext context) => context.Share(c => new GoSurroundings(c));
}
