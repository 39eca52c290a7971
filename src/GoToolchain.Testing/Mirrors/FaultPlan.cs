using System.Collections.Concurrent;

namespace GoToolchain.Testing.Mirrors;

/// <summary>The faults to come, for each path a queue.</summary>
internal sealed class FaultPlan
{
    private static readonly MirrorFault s_none = new();

    private readonly ConcurrentDictionary<string, LinkedList<MirrorFault>> _faults = new(StringComparer.Ordinal);

    public void Add(string path, MirrorFault fault)
    {
        var queue = _faults.GetOrAdd(path, _ => new LinkedList<MirrorFault>());
        lock (queue)
        {
            queue.AddLast(fault);
        }
    }

    public void Clear() => _faults.Clear();

    /// <summary>What goes wrong with the request that has just come.</summary>
    public MirrorFault Take(string path)
    {
        if (!_faults.TryGetValue(path, out var queue))
        {
            return s_none;
        }

        lock (queue)
        {
            if (queue.First is not { Value: var fault })
            {
                return s_none;
            }

            queue.RemoveFirst();
            if (fault.Times > 1)
            {
                // It stays at the front until it has been used up.
                queue.AddFirst(fault with { Times = fault.Times == int.MaxValue ? fault.Times : fault.Times - 1 });
            }

            return fault;
        }
    }
}
