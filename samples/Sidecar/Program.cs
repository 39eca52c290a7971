using Sidecar;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};

// Without an argument: the .NET runtimes of this machine, a few hundred files that are always there.
var runtime = Path.TrimEndingDirectorySeparator(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());
var directory = Path.GetFullPath(args.FirstOrDefault() ?? Path.Combine(runtime, "..", ".."));

try
{
    await using var agent = await Agent.StartAsync(interrupted.Token);
    Report.Agent(await agent.GetVersionAsync(interrupted.Token), agent.Address);

    await foreach (var step in agent.IndexAsync(directory, interrupted.Token))
    {
        if (step.Summary is { } summary)
        {
            Report.Summary(directory, summary);
        }
        else
        {
            Report.Progress(step);
        }
    }

    return 0;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    return 130;
}
catch (AgentException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
