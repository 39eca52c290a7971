using GoToolchain;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

// Whatever the library does from here on is a span and a measurement. docs/telemetry.md names them all.
var service = ResourceBuilder.CreateDefault().AddService("telemetry-sample");
using var traces = Sdk.CreateTracerProviderBuilder()
    .SetResourceBuilder(service)
    .AddSource(GoToolchainTelemetry.ActivitySourceName)
    .AddConsoleExporter()
    .Build();
using var metrics = Sdk.CreateMeterProviderBuilder()
    .SetResourceBuilder(service)
    .AddMeter(GoToolchainTelemetry.MeterName)
    .AddConsoleExporter()
    .Build();

var toolchains = GoToolchainManager.Default;
var go = await toolchains.EnsureAsync(args.FirstOrDefault());

// gotoolchain.doctor
var health = await toolchains.CheckAsync(go, HealthLevel.Quick);
Console.WriteLine($"Go {go.Version} in {go.Root}: {(health.IsHealthy ? "healthy" : "not healthy")}");

// gotoolchain.build
var module = Directory.CreateTempSubdirectory("telemetry-sample-");
try
{
    await File.WriteAllTextAsync(Path.Combine(module.FullName, "go.mod"), "module example.com/hello\n\ngo 1.19\n");
    await File.WriteAllTextAsync(Path.Combine(module.FullName, "main.go"), "package main\n\nfunc main() { println(\"hello\") }\n");
    await go.Command("build", "-o", "hello", ".").WithWorkingDirectory(module.FullName).ExecuteAsync();
}
finally
{
    module.Delete(recursive: true);
}
