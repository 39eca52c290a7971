namespace GoToolchain.Testing.Provisioning;

/// <summary>
/// Tells everybody who waits for a Go what its installation does: one line for each step. Whoever comes late is told the last one.
/// </summary>
internal sealed class ProvisioningLog : IProgress<GoProgress>
{
    private readonly object _gate = new();
    private readonly List<IGoTestLog> _logs = [];
    private (GoProgressPhase Phase, string? Toolchain)? _step;
    private string? _last;

    public void Report(GoProgress value)
    {
        lock (_gate)
        {
            if (_step == (value.Phase, value.Toolchain))
            {
                return;
            }

            _step = (value.Phase, value.Toolchain);
        }

        var detail = string.IsNullOrEmpty(value.Detail) ? "" : $" ({value.Detail})";
        Write($"{Describe(value.Phase)} {value.Toolchain ?? "Go"}{detail}");
    }

    public void Write(string text)
    {
        IGoTestLog[] logs;
        lock (_gate)
        {
            _last = $"[go-toolchain] {text}";
            logs = [.. _logs];
        }

        foreach (var log in logs)
        {
            log.WriteLine(_last);
        }
    }

    public void Add(IGoTestLog log)
    {
        string? last;
        lock (_gate)
        {
            _logs.Add(log);
            last = _last;
        }

        if (last is not null)
        {
            log.WriteLine(last);
        }
    }

    public void Remove(IGoTestLog log)
    {
        lock (_gate)
        {
            _logs.Remove(log);
        }
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
