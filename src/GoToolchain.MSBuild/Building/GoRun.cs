using System.Text;
using CliWrap;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild.Building;

/// <summary>Runs <c>go</c> in a directory and keeps what it prints; the log gets each line as it comes.</summary>
/// <param name="go">The Go.</param>
/// <param name="directory">Where it runs: absolute.</param>
/// <param name="variables">Environment variables on top of the user's.</param>
/// <param name="log">The build log.</param>
/// <param name="importance">Of what it prints; when that is high, of its command line too.</param>
internal sealed class GoRun(
    GoInstallation go,
    string directory,
    IReadOnlyDictionary<string, string> variables,
    TaskLoggingHelper log,
    MessageImportance importance = MessageImportance.Normal
)
{
    /// <summary>Logs what it printed in another form than text.</summary>
    public void Log(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            log.LogMessage(importance, "{0}", line);
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code, standard output, and standard error.</returns>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var output = new StringBuilder();
        var (exitCode, error) = await RunAsync(arguments, PipeTarget.ToStringBuilder(output, Encoding.UTF8), cancel).ConfigureAwait(false);
        return (exitCode, output.ToString(), error);
    }

    /// <summary>Runs it when its output is too large to be kept, or is wanted as it comes.</summary>
    /// <returns>The exit code and standard error.</returns>
    public async Task<(int ExitCode, string Error)> RunAsync(IReadOnlyList<string> arguments, PipeTarget output, CancellationToken cancel)
    {
        var commandImportance = importance == MessageImportance.High ? importance : MessageImportance.Low;
        log.LogMessage(commandImportance, "{0}", $"{go.GoExecutable} {string.Join(' ', arguments)} [{directory}]");
        var error = new StringBuilder();
        var result = await go.Command(arguments)
            .WithWorkingDirectory(directory)
            .WithVariables(variables.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))
            .WithStandardOutput(output)
            .WithStandardError(
                PipeTarget.Merge(
                    PipeTarget.ToStringBuilder(error, Encoding.UTF8),
                    PipeTarget.ToDelegate(line => log.LogMessage(importance, "{0}", line), Encoding.UTF8)
                )
            )
            .WithExitCodeCheck(false)
            .ExecuteAsync(cancel)
            .ConfigureAwait(false);
        return (result.ExitCode, error.ToString());
    }
}
