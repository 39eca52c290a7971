using System.Globalization;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GoToolchain.MSBuild.Tools;

/// <summary>One <c>go install package@version</c> and the record of it.</summary>
/// <param name="item">The item, for its metadata and for messages.</param>
/// <param name="tool">What is installed.</param>
/// <param name="go">With which Go.</param>
/// <param name="host">The machine.</param>
/// <param name="log">The build log.</param>
/// <param name="projectFile">The user's project.</param>
internal sealed class ToolInstallation(
    ITaskItem item,
    GoToolDefinition tool,
    GoInstallation go,
    HostMachine host,
    TaskLoggingHelper log,
    string projectFile
)
{
    private readonly BuildStamp _stamp = new(tool.Job.Stamp);
    private readonly ToolOptions _options = ToolOptions.Read(item, tool, projectFile, host);

    /// <summary>The settings forbid the network.</summary>
    public bool IsOffline { get; init; }

    // A fixed version of a module never changes, so besides this nothing decides; and a variable that is set in one terminal only is no reason to
    // ask the network again.
    private IReadOnlyList<(string What, string Digest)> Key =>
        [
            ("an argument of go install", BuildKey.Digest([tool.Query, .. _options.Arguments])),
            (
                "the metadata that sets environment variables",
                BuildKey.Digest(_options.Variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value))
            ),
            BuildKey.Toolchain(go),
        ];

    /// <summary>Why it has to be installed, or null. Starts nothing.</summary>
    public string? WhyStale() => _stamp.WhyStale(Key, [tool.Output]);

    /// <summary>Installs it, unless another process has just done so.</summary>
    /// <returns>Whether this one did.</returns>
    /// <exception cref="GoToolchainException">One of the codes of <see cref="ToolFailure"/>.</exception>
    public async Task<bool> RunAsync(int cores, CancellationToken cancel)
    {
        Directory.CreateDirectory(tool.Job.OutputDirectory);
        using var held = await JobLock.AcquireAsync(tool.Job, host, log, cancel).ConfigureAwait(false);
        if (WhyStale() is null)
        {
            return false;
        }

        _stamp.Delete();
        // What it is called is go's choice, so it goes where nothing else is; and nobody runs half an executable.
        var fresh = Path.Combine(tool.Job.OutputDirectory, ".new");
        RemoveDirectory(fresh);
        Directory.CreateDirectory(fresh);
        try
        {
            await InstallAsync(fresh, cores, cancel).ConfigureAwait(false);
            File.Move(Directory.EnumerateFiles(fresh).Single(), tool.Output, overwrite: true);
        }
        finally
        {
            RemoveDirectory(fresh);
        }

        _stamp.Write(Key, [tool.Output], new BuildInputs([], []));
        return true;
    }

    private async Task InstallAsync(string directory, int cores, CancellationToken cancel)
    {
        var variables = new Dictionary<string, string>(_options.Variables) { ["GOBIN"] = directory };
        if (IsOffline)
        {
            variables["GOPROXY"] = "off";
        }

        string[] arguments = ["install", "-p", cores.ToString(CultureInfo.InvariantCulture), .. _options.Arguments, tool.Query];
        // Not in the project: a go.mod there has no say in it.
        var run = new GoRun(go, tool.Job.OutputDirectory, variables, log);
        var (exitCode, output, error) = await run.RunAsync(arguments, cancel).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw ToolFailure.Explain(tool, (error + output).Trim(), exitCode, IsOffline);
        }
    }

    private static void RemoveDirectory(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
