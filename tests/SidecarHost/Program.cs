using GoToolchain.Testing;

// Stands for a test host that is killed: starts a sidecar, says so, and hangs. SidecarHost PROGRAM ARGUMENTS...
await using var sidecar = await GoSidecarProcess.StartAsync(
    args[0],
    new GoSidecarOptions { Arguments = args[1..], Ready = [GoReadiness.Line("ready")] }
);
Console.WriteLine($"ready {sidecar.ProcessId}");
await Task.Delay(Timeout.Infinite);
