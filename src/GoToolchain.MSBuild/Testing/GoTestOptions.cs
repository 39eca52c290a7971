using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Testing;

/// <summary>What a <c>GoTest</c> item says, as arguments and environment of <c>go test</c>.</summary>
/// <param name="Job">What all items have; its directory is where <c>go test</c> runs.</param>
/// <param name="Selecting">What <c>go list</c> takes too.</param>
/// <param name="Testing">What only <c>go test</c> takes.</param>
/// <param name="Packages">Package patterns, <c>./...</c> when the item names none.</param>
/// <param name="Variables">On top of the user's environment.</param>
internal sealed record GoTestOptions(
    GoJob Job,
    IReadOnlyList<string> Selecting,
    IReadOnlyList<string> Testing,
    IReadOnlyList<string> Packages,
    IReadOnlyDictionary<string, string> Variables
)
{
    /// <summary>What go printed, line by line: absolute.</summary>
    public string Log => Path.Combine(Job.OutputDirectory, Job.Name + ".test.json");

    /// <summary>The report for CI systems: absolute.</summary>
    public string Report => Path.Combine(Job.OutputDirectory, Job.Name + ".junit.xml");

    /// <summary>Reads a resolved item.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoTestOptions Read(ITaskItem item, string projectFile, HostMachine host)
    {
        var job = GoJob.Read(item);
        job.RequireModule(item, projectFile);
        var reader = new MetadataReader(job.Kind, item, projectFile);
        var race = reader.Boolean("Race") ?? false;
        var cgo = reader.Boolean("CgoEnabled");
        if (race && cgo == false)
        {
            throw reader.Invalid("Race needs cgo, and CgoEnabled is false.", "Remove one of the two.");
        }

        return new GoTestOptions(
            job,
            [.. Flag("-tags=", string.Join(',', item.List("Tags"))), .. Switch("-race", race)],
            [
                .. Flag("-run=", item.Text("Run")),
                .. Switch("-short", reader.Boolean("Short") ?? false),
                .. Flag("-timeout=", item.Text("Timeout")),
                .. item.List("Arguments"),
            ],
            item.List("Packages").ToArray() is { Length: > 0 } given ? given : ["./..."],
            ReadVariables(item, reader, race ? true : cgo, host)
        );
    }

    private static Dictionary<string, string> ReadVariables(ITaskItem item, MetadataReader reader, bool? cgo, HostMachine host)
    {
        var variables = GoBuildVariables.Read(item, reader, GoTarget.Of(host), cgo ?? false, host);
        if (!reader.Variables("Env").Any(v => v.Name == "LC_ALL"))
        {
            // It makes C compilers speak English, and is none of the tests' business.
            variables.Remove("LC_ALL");
        }

        if (cgo is null)
        {
            // Go's own rule: with cgo when there is a C compiler. Tests of a shared library need it, and others do not mind.
            variables.Remove("CGO_ENABLED");
        }

        return variables;
    }

    private static IEnumerable<string> Flag(string flag, string value) => value.Length > 0 ? [flag + value] : [];

    private static IEnumerable<string> Switch(string flag, bool isOn) => isOn ? [flag] : [];
}
