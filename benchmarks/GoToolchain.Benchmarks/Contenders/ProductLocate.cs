using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Locating;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The product, in process: every place is looked at, and every tree is judged. No process is started.</summary>
internal sealed class ProductLocate(CandidateMachine machine) : IContender
{
    private int _found;

    public string Name => $"GoLocator.Locate, {machine.Candidates} candidates";

    public void Prepare() => _found = 0;

    public Task RunAsync()
    {
        _found = new GoLocator(machine.Host, machine.Store).Locate().Count;
        return Task.CompletedTask;
    }

    public void Finish()
    {
        if (_found != machine.Candidates)
        {
            throw new InvalidOperationException($"{_found} candidates were found.");
        }
    }
}
