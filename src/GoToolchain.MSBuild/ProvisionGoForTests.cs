using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Finds or installs the Go that the tests of a project need, so that their run installs nothing. What cannot be had is a warning: the run of the
/// tests decides, by its policy, what that means. Where the policy says that nothing is installed, this task does nothing.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ProvisionGoForTests : GoProvisioningTask
{
    private const string PolicyVariable = "GOTC_TESTING_POLICY";

    /// <summary>The wanted versions: a matrix has several. None: what the files of the project say, else any.</summary>
    public ITaskItem[] Versions { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        if (host.GetVariable(PolicyVariable) is { } policy && !policy.Equals("Provision", StringComparison.OrdinalIgnoreCase))
        {
            Log.LogMessage(MessageImportance.Low, "{0}", $"No Go is provided for the tests: {PolicyVariable} is {policy}.");
            return;
        }

        string?[] wanted = Versions.Length == 0 ? [null] : [.. Versions.Select(item => item.ItemSpec.Trim())];
        foreach (var version in wanted.Distinct())
        {
            try
            {
                await EnsureAsync(host, version, ProjectDirectory, cancel).ConfigureAwait(false);
            }
            catch (GoToolchainException e)
            {
                Report(Warning(e));
            }
        }
    }

    private GoDiagnostic Warning(GoToolchainException failure)
    {
        var sources = string.Join(" ", failure.Sources.Select(s => $"{s.Source}: {s.Reason}"));
        var tried = sources.Length == 0 ? "" : $" {sources}";
        return new GoDiagnostic(
            GoErrorCodes.NoGoForTests,
            $"There is no Go for the tests of this project yet ({failure.Code}). {failure.Message}{tried} The run of the tests will say what that means.",
            ProjectFile
        )
        {
            IsWarning = true,
        };
    }
}
