using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GoToolchain.Interop;

namespace SharedLibraryStress;

/// <summary>What a call into Go costs, without and with its guard: measured in turns, so that both see the same machine.</summary>
internal static partial class CallCost
{
    private const int Calls = 200_000;
    private const int Rounds = 31;

    internal static void Print()
    {
        var bare = new double[Rounds];
        var guarded = new double[Rounds];
        var empty = new double[Rounds];
        var system = new double[Rounds];
        // Jitting and caches spoil the first rounds; the median does not see them.
        for (var round = 0; round < Rounds; round++)
        {
            bare[round] = Time(Bare);
            guarded[round] = Time(Guarded);
            empty[round] = Time(Empty);
            system[round] = Time(SystemCall);
        }

        Print("call", bare);
        Print("guarded call", guarded);
        Print("guard alone", empty);
        Print("system call", system);
        Print("difference", bare.Zip(guarded, (b, g) => g - b).ToArray());
    }

    private static void Bare(int n) => _ = Go.Add(n, 1);

    private static void Guarded(int n)
    {
        using (GoCall.Enter())
        {
            _ = Go.Add(n, 1);
        }
    }

    private static void Empty(int n)
    {
        using (GoCall.Enter())
        {
            _ = n;
        }
    }

    // The shortest of all: what the guard consists of, twice.
    private static void SystemCall(int n) => _ = GetParent();

    private static double Time(Action<int> call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < Calls; n++)
        {
            call(n);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    [SuppressGCTransition]
    private static partial int GetParent();

    private static void Print(string what, double[] nanoseconds)
    {
        Array.Sort(nanoseconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -13} {nanoseconds[Rounds / 2], 6:F1} ns (quartiles {nanoseconds[Rounds / 4]:F1} to {nanoseconds[Rounds * 3 / 4]:F1})"
            )
        );
    }
}
