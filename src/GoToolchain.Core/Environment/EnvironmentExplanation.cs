using GoToolchain.Environments.Search;
using GoToolchain.Environments.StartFiles;
using GoToolchain.Locating;

namespace GoToolchain.Environments;

/// <summary>Puts together what a <c>go</c> command would see.</summary>
internal static class EnvironmentExplanation
{
    /// <summary>Explains it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="go">The Go; null: none.</param>
    /// <param name="tools">Further names to look up on PATH.</param>
    public static GoEnvironmentReport Create(HostMachine host, GoCandidate? go, IEnumerable<string> tools)
    {
        var configuration = GoConfiguration.Read(host, go);
        var startFiles = StartFileSurvey.Read(host);
        var install = InstallDirectoryRules.Of(configuration);
        var lookups = new CommandLookups(host, install);
        string[] asked = ["go", "gofmt", .. tools.Except(["go", "gofmt"], StringComparer.Ordinal)];
        IReadOnlyList<GoVariable> variables =
        [
            .. GoVariableList
                .Of(configuration)
                .Select(v => v.Origin == GoVariableOrigin.Process ? v with { SetBy = startFiles.Of(v.Name) } : v),
        ];
        CommandLookup[] commands = [.. asked.Select(lookups.Of), .. lookups.Shadowed().Where(c => !asked.Contains(c.Name))];
        return new GoEnvironmentReport
        {
            Go = go,
            Variables = variables,
            UserFile = GoEnvFileSummary.Of(configuration.UserFile),
            RootFile = configuration.RootFile is null ? null : GoEnvFileSummary.Of(configuration.RootFile),
            Install = install,
            SearchPath = SearchPathReader.Read(host, startFiles),
            Commands = commands,
            OtherSettings = [.. startFiles.Settings.Where(s => !s.IsCurrent && GoVariableTable.Find(s.Name) is not null)],
            Hints = startFiles.Hints,
            Remarks = [.. Remarks(configuration, startFiles, commands[0])],
        };
    }

    private static IEnumerable<string> Remarks(GoConfiguration go, StartFileSurvey startFiles, CommandLookup command)
    {
        var root = go.FindRoot();
        if (root.Origin != GoVariableOrigin.Default)
        {
            yield return $"GOROOT is set ({root.Place ?? "in the environment"}). Go finds its own: leave it out, for it binds every `go` to {root.Value}.";
            if (!Directory.Exists(root.Value))
            {
                yield return $"{root.Value} does not exist, so no `go` command works, `go env -u` neither.";
            }
        }

        if (TreeAround(command.Target) is { } tree && root.Value.Length > 0 && !IsSame(tree, root.Value))
        {
            yield return $"`go` on PATH belongs to {tree}, but GOROOT is {root.Value}: it would use the compiler and library of that tree.";
        }

        foreach (
            var setting in startFiles.Settings.Where(s => s is { Name: "GOROOT", Value: [_, ..] and var value } && !Directory.Exists(value))
        )
        {
            yield return $"{setting.Place} sets GOROOT to {setting.Value}, which does not exist; it is read by {setting.ReadBy}.";
        }
    }

    /// <summary>The tree in which a <c>go</c> command lies; null when there is none around it.</summary>
    /// <param name="command">The command, with its links resolved.</param>
    public static string? TreeAround(string? command) =>
        Path.GetDirectoryName(Path.GetDirectoryName(command)) is { } around && Directory.Exists(Path.Combine(around, "pkg", "tool"))
            ? around
            : null;

    /// <summary>The same directory, whatever links lead there.</summary>
    /// <param name="one">A path.</param>
    /// <param name="other">A path.</param>
    public static bool IsSame(string one, string other)
    {
        var links = new LinkResolver();
        return links.Resolve(GoFilePath.Clean(one)) == links.Resolve(GoFilePath.Clean(other));
    }
}
