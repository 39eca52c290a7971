using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using GoToolchain.Interop;

namespace SharedLibrary;

/// <summary>The Go library as .NET sees it: strings, spans, delegates and exceptions; no pointer leaves this class.</summary>
internal static unsafe class Calc
{
    /// <summary>A string there and a string back.</summary>
    public static string Greet(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        fixed (byte* start = utf8)
        {
            byte* greeting;
            // Only the call itself: see docs/shared-libraries.md, "Guards".
            using (GoCall.Enter())
            {
                greeting = Native.Greet(start, utf8.Length);
            }

            return Take(greeting)!;
        }
    }

    /// <summary>A slice of structs, read where it lies.</summary>
    /// <exception cref="CalcException">There are none, one is not a number, or a weight is negative.</exception>
    public static Summary Summarize(ReadOnlySpan<Sample> samples)
    {
        Summary summary;
        fixed (Sample* start = samples)
        {
            byte* failure;
            using (GoCall.Enter())
            {
                failure = Native.Summarize(start, samples.Length, &summary);
            }

            ThrowIf(failure);
        }

        return summary;
    }

    /// <summary>Go calls back for each prime up to a limit, until <paramref name="tell"/> returns <c>false</c>.</summary>
    /// <returns>How many were told.</returns>
    public static int Primes(int limit, Func<int, bool> tell)
    {
        var progress = new Progress(tell);
        var handle = GCHandle.Alloc(progress);
        try
        {
            int found;
            byte* failure;
            using (GoCall.Enter())
            {
                failure = Native.Primes(limit, &Tell, (void*)GCHandle.ToIntPtr(handle), &found);
            }

            progress.Failure?.Throw();
            ThrowIf(failure);
            return found;
        }
        finally
        {
            handle.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tell(void* state, int prime)
    {
        using (GoCallback.Enter())
        {
            var progress = (Progress)GCHandle.FromIntPtr((nint)state).Target!;
            try
            {
                return progress.Tell(prime) ? 1 : 0;
            }
            // An exception cannot travel through Go: it would end the process. It waits until the call is over.
            catch (Exception e)
            {
                progress.Failure = ExceptionDispatchInfo.Capture(e);
                return 0;
            }
        }
    }

    private static void ThrowIf(byte* failure)
    {
        if (Take(failure) is { } message)
        {
            throw new CalcException(message);
        }
    }

    /// <summary>Copies a text that Go made, and gives its memory back.</summary>
    private static string? Take(byte* text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
        }
        finally
        {
            using (GoCall.Enter())
            {
                Native.Free(text);
            }
        }
    }

    private sealed class Progress(Func<int, bool> tell)
    {
        public Func<int, bool> Tell { get; } = tell;

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
