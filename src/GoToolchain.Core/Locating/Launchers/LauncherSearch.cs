using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>Where shims look for what chooses a version.</summary>
/// <param name="Host">The machine.</param>
/// <param name="ProjectDirectory">Where files that choose a version are looked for, from there upwards; null: nowhere.</param>
internal sealed record LauncherSearch(HostMachine Host, string? ProjectDirectory)
{
    /// <summary>What a variable of the environment chooses.</summary>
    /// <param name="name">The variable.</param>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: it is not a version.</exception>
    public VersionStatement? FromVariable(string name)
    {
        if (Host.GetVariable(name) is not { } value)
        {
            return null;
        }

        var place = $"the variable {name}";
        try
        {
            return new VersionStatement(GoVersionSpec.Parse(VersionStatement.Translate(value), Host.HomeDirectory), place);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.InvalidVersion)
        {
            throw VersionStatement.Refuse(place, e.Problem, e.NextStep, e);
        }
    }

    /// <summary>What the nearest file of the project chooses.</summary>
    /// <param name="find">Reads the files of one directory.</param>
    public VersionStatement? FromProject(Func<string, VersionStatement?> find)
    {
        for (var at = ProjectDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (find(at) is { } statement)
            {
                return statement;
            }
        }

        return null;
    }
}
