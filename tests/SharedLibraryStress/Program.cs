using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GoToolchain.Interop;
using SharedLibraryStress;

// LIBRARY none|load|calls|bindings SECONDS [storm]: calls a Go library from many threads while garbage collections stop them, and says how often.
// LIBRARY cost: what a call costs, without and with its guard.
if (args is [var measured, "cost"])
{
    NativeLibrary.SetDllImportResolver(
        typeof(Program).Assembly,
        (import, _, _) => import == "stress" ? GoLibrary.Load(measured) : IntPtr.Zero
    );
    Go.Nothing();
    CallCost.Print();
    return 0;
}

if (args is not [var library, var guards, var duration, ..] || !Enum.TryParse<Guarding>(guards, ignoreCase: true, out var guarding))
{
    Console.Error.WriteLine("usage: SharedLibraryStress LIBRARY none|load|calls|bindings SECONDS [storm], or LIBRARY cost");
    return 64;
}

Workers.Guarding = guarding;
NativeLibrary.SetDllImportResolver(
    typeof(Program).Assembly,
    (import, _, _) =>
        import != "stress" ? IntPtr.Zero
        : guarding == Guarding.None ? NativeLibrary.Load(library)
        : GoLibrary.Load(library)
);

// Before any call is guarded, or the first one would be made on a thread that Go does not know.
Go.Nothing();

for (var call = 1; call <= 3; call++)
{
    Console.WriteLine($"call {call}: signal {(Blocked() == 1 ? "blocked" : "let through")}");
}

if (args is [_, _, _, "storm"])
{
    _ = Go.StartStorm(50);
}

var end = TimeSpan.FromSeconds(double.Parse(duration, CultureInfo.InvariantCulture));
var clock = Stopwatch.StartNew();
var workers = guarding == Guarding.Bindings ? BoundWorkers.All : Workers.All;
var counts = new long[14];
var threads = counts
    .Select(
        (_, index) =>
            new Thread(() =>
            {
                var (name, work) = workers[index % workers.Length];
                Workers.Join();
                for (var n = 0; clock.Elapsed < end; n = (n + 1) % 1_000_000)
                {
                    work(n);
                    counts[index]++;
                }
            })
    )
    .ToList();
threads.ForEach(thread => thread.Start());

var collections = 0;
while (clock.Elapsed < end)
{
    GC.Collect(0);
    if (++collections % 100 == 0)
    {
        Collect();
    }
}

threads.ForEach(thread => thread.Join());
foreach (var (name, index) in workers.Select((worker, index) => (worker.Name, index)))
{
    var count = counts.Where((_, i) => i % workers.Length == index).Sum();
    Console.WriteLine($"{name}: {count}");
}

Console.WriteLine($"collections: {collections}, sent signals: {Go.CountStorm()}");
return 0;

int Blocked() => guarding == Guarding.Bindings ? Bound.Blocked() : Workers.Call(static _ => Go.Blocked(), 0);

void Collect()
{
    if (guarding == Guarding.Bindings)
    {
        Bound.Collect();
        return;
    }

    Workers.Call(
        static _ =>
        {
            Go.Collect();
            return 0;
        },
        0
    );
}
