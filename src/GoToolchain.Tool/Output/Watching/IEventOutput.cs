using GoToolchain.Recovery.Watching;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>Where events of <c>watch</c> go.</summary>
internal interface IEventOutput : IAsyncDisposable
{
    /// <summary>Hands an event over; does not wait for what others do with it.</summary>
    void Write(GoRootEvent e);
}
