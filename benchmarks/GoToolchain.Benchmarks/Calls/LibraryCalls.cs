using System.Runtime.InteropServices;
using GoToolchain.Interop;

namespace GoToolchain.Benchmarks.Calls;

/// <summary>Into a Go shared library, that was loaded under its guard, with or without the guard of each call.</summary>
internal sealed unsafe class LibraryCalls(string library, bool guarded) : ICallWay
{
    private readonly delegate* unmanaged<long, long, long> _add = (delegate* unmanaged<long, long, long>)
        NativeLibrary.GetExport(GoLibrary.Load(library), "callee_add");

    public string Name => guarded ? "P/Invoke, guarded" : "P/Invoke, unguarded";

    public int Calls => 200_000;

    public Task RunAsync(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Check.Sum(i, guarded ? Guarded(i) : _add(i, 1));
        }

        return Task.CompletedTask;
    }

    // The library stays, as it has to.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private long Guarded(long number)
    {
        using (GoCall.Enter())
        {
            return _add(number, 1);
        }
    }
}
