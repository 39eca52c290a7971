using GoToolchain.Sidecar;

// Stands for an application that is killed: starts a sidecar, says so, and hangs. SidecarApp PROGRAM ARGUMENTS...
var options = new GoSidecarHostOptions { Program = args[0] };
foreach (var argument in args[1..])
{
    options.Arguments.Add(argument);
}

await using var sidecar = new GoSidecarHost("agent", options);
await sidecar.StartAsync();
Console.WriteLine($"ready {sidecar.Instance!.ProcessId}");
await Task.Delay(Timeout.Infinite);
