using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild;

/// <summary>Says in the build log when a new step of an installation begins. The steps that can last are visible at default verbosity.</summary>
internal sealed class ProvisionProgress(TaskLoggingHelper log) : IProgress<GoProgress>
{
    private readonly object _gate = new();
    private (GoProgressPhase Phase, string? Toolchain)? _last;

    public void Report(GoProgress value)
    {
        lock (_gate)
        {
            if (_last == (value.Phase, value.Toolchain))
            {
                return;
            }

            _last = (value.Phase, value.Toolchain);
        }

        var lasting = value.Phase is GoProgressPhase.Downloading or GoProgressPhase.WaitingForLock;
        var detail = string.IsNullOrEmpty(value.Detail) ? "" : $" ({value.Detail})";
        log.LogMessage(
            lasting ? MessageImportance.High : MessageImportance.Normal,
            "{0}",
            $"{Describe(value.Phase)} {value.Toolchain ?? "Go"}{detail}"
        );
    }

    private static string Describe(GoProgressPhase phase) =>
        phase switch
        {
            GoProgressPhase.Resolving => "Looking for a source of",
            GoProgressPhase.WaitingForLock => "Waiting for another process that installs",
            GoProgressPhase.Downloading => "Downloading",
            GoProgressPhase.Unpacking => "Unpacking",
            GoProgressPhase.Verifying => "Verifying",
            _ => "Installed",
        };
}
