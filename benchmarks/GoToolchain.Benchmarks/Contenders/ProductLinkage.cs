namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The product: reads the program and every library that it needs.</summary>
/// <param name="program">Absolute.</param>
internal sealed class ProductLinkage(string program) : IContender
{
    private LinkageReport? _report;

    public string Name => "GoLinkage.Read";

    public void Prepare() => _report = null;

    public Task RunAsync()
    {
        _report = GoLinkage.Read(program, HostMachine.Detect());
        return Task.CompletedTask;
    }

    public void Finish()
    {
        if (_report is null || !_report.Files.Any(l => l.Name.StartsWith("libc.", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("The C library was not found.");
        }
    }
}
