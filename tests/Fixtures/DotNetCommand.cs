using System.Collections;
using System.Text;
using CliWrap;

namespace GoToolchain.Fixtures;

/// <summary>A run of the real <c>dotnet</c>, free of what the <c>dotnet test</c> around it put into the environment.</summary>
public static class DotNetCommand
{
    /// <summary>Runs <c>dotnet</c> and captures what it says.</summary>
    /// <param name="workingDirectory">Where it runs: absolute.</param>
    /// <param name="arguments">The arguments after <c>dotnet</c>.</param>
    /// <param name="variables">Environment variables on top of those of this process; a null value removes one.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <param name="interrupt">Asks the process to end, as Ctrl+C in a terminal does.</param>
    public static async Task<DotNetRun> RunAsync(
        string workingDirectory,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?>? variables = null,
        CancellationToken cancel = default,
        CancellationToken interrupt = default
    )
    {
        var output = new StringBuilder();
        var sink = PipeTarget.ToStringBuilder(output);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(workingDirectory)
            .WithEnvironmentVariables(Environment(variables))
            .WithStandardOutputPipe(sink)
            .WithStandardErrorPipe(sink)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancel, interrupt);
        return new DotNetRun(result.ExitCode, output.ToString());
    }

    private static Dictionary<string, string?> Environment(IReadOnlyDictionary<string, string?>? variables)
    {
        var changes = new Dictionary<string, string?>();
        foreach (var name in System.Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (
                name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)
            )
            {
                changes[name] = null;
            }
        }

        // Neither nodes nor servers may outlive the tests that started them.
        changes["MSBUILDDISABLENODEREUSE"] = "1";
        changes["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // Its pipe is a file of the temporary directory: a build with another one does not find it.
        var compiler = variables?.ContainsKey("TMPDIR") == true ? null : CompilerServer.Pipe;
        changes["UseSharedCompilation"] = compiler is null ? "false" : "true";
        changes["SharedCompilationId"] = compiler;
        changes["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
        {
            changes[name] = value;
        }

        return changes;
    }
}
