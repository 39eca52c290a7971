using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GoToolchain.Interop;

namespace SharedLibraryStress;

/// <summary>What the threads do, again and again: each checks what it gets, and ends the process when it is wrong.</summary>
internal static unsafe class Workers
{
    internal static Guarding Guarding { get; set; }

    internal static readonly (string Name, Action<int> Work)[] All =
    [
        ("add", n => Check(Call(static n => Go.Add(n, 1), n), n + 1)),
        ("deep .NET stack", n => Check(Recurse(200, n), n + 1)),
        ("NullReferenceException", n => Null(() => Call(static n => Go.Add(n, 1), n), n + 1)),
        ("DivideByZeroException", n => Divide(() => Call(static n => Go.Add(n, 1), n), n)),
        ("callback", n => Check(Call(static n => Go.Callback(&Called, n), n), n + 1)),
        ("callback on a thread of Go", n => Check(Call(static n => Go.CallbackElsewhere(&Called, n), n), n + 1)),
        ("goroutines", _ => Check(Call(static _ => Go.Spawn(16), 0), 64)),
        ("deep Go stack", _ => Check(Call(static _ => Go.Deep(500), 0), 501)),
        ("recovered panic", n => Check(Call(Go.Panic, n), n)),
        ("short-lived thread", Short),
    ];

    internal static int Call(Func<int, int> call, int n)
    {
        if (Guarding != Guarding.Calls)
        {
            return call(n);
        }

        using (GoCall.Enter())
        {
            return call(n);
        }
    }

    internal static void Join()
    {
        if (Guarding == Guarding.Bindings)
        {
            Bound.StormJoin();
            return;
        }

        Call(
            static _ =>
            {
                Go.JoinStorm();
                return 0;
            },
            0
        );
    }

    private static int Recurse(int depth, int n)
    {
        var garbage = new byte[16];
        return depth == 0 ? Call(static n => Go.Add(n, 1), n) : Recurse(depth - 1, n) + garbage[depth % 16];
    }

    internal static void Null(Func<int> add, int expected)
    {
        Check(add(), expected);
        try
        {
            _ = Nothing()!.Length;
        }
        catch (NullReferenceException)
        {
            return;
        }

        Fail("no NullReferenceException");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Nothing() => null;

    internal static void Divide(Func<int> add, int n)
    {
        Check(add(), n + 1);
        try
        {
            _ = n / Zero();
        }
        catch (DivideByZeroException)
        {
            return;
        }

        Fail("no DivideByZeroException");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Zero() => 0;

    private static void Short(int n)
    {
        var thread = new Thread(() =>
        {
            Join();
            for (var i = 0; i < 100; i++)
            {
                Check(Call(static n => Go.Add(n, 1), n), n + 1);
            }
        });
        thread.Start();
        thread.Join();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Called(int n)
    {
        if (Guarding != Guarding.Calls)
        {
            return Work(n);
        }

        using (GoCallback.Enter())
        {
            return Work(n);
        }
    }

    internal static int Work(int n)
    {
        // On a thread of Go too: the runtime has just met it.
        Join();
        var garbage = new object[50];
        for (var i = 0; i < garbage.Length; i++)
        {
            garbage[i] = new string('x', i);
        }

        return n + ((string)garbage[1]).Length;
    }

    internal static void Check(int found, int expected)
    {
        if (found != expected)
        {
            Fail($"{found} in place of {expected}");
        }
    }

    internal static void Fail(string what)
    {
        Console.Error.WriteLine(what);
        Environment.Exit(3);
    }
}
