using GoToolchain.Recovery.Watching;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>Events for programs: a JSON document on a line each.</summary>
internal sealed class EventJsonLines : IEventOutput
{
    public void Write(GoRootEvent e) => JsonAnswer.WriteLine(WatchEventDocument.Of(e));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
