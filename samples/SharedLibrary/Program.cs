using System.Text.Json;
using SharedLibrary;

var wrong = 0;

Show("String", Calc.Greet("Zoë") ?? "", "Hello, Zoë! (ZOË)");

Calc.Sample[] samples = [new(1.5, 2), new(4, 1), new(-2, 1)];
var summary = Calc.Summarize(samples);
Show(
    "Structs",
    FormattableString.Invariant($"{summary.Count} samples from {summary.Min} to {summary.Max}, mean {summary.Mean}"),
    "4 samples from -2 to 4, mean 1.25"
);

var primes = new List<int>();
var found = Calc.Primes(
    30,
    prime =>
    {
        primes.Add(prime);
        return primes.Count < 8;
    }
);
Show("Callback", $"{found}: {string.Join(' ', primes)}", "8: 2 3 5 7 11 13 17 19");

Show("Error", Message(() => Calc.Summarize([])), "CalcException: there is nothing to summarize");
Show("Panic", Message(() => Calc.Summarize([new(1, -1)])), "CalcException: panic: sample 0 has the weight -1");
Show(
    "Exception",
    Message(() => Calc.Primes(30, prime => prime < 10 ? true : throw new InvalidOperationException($"{prime} is too much"))),
    "InvalidOperationException: 11 is too much"
);

using (var series = Calc.OpenSeries())
{
    Calc.Add(series, 1.5);
    Show("Handle", FormattableString.Invariant($"{Calc.Add(series, 2)}"), "3.5");
}

Show("Context", FormattableString.Invariant($"{Calc.LargestPrime(100, CancellationToken.None)}"), "97");
using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
Show(
    "Cancelled",
    Message(() =>
    {
        while (true)
        {
            Calc.LargestPrime(4_000_000_007, soon.Token);
        }
    }),
    "OperationCanceledException"
);

using (var table = typeof(Program).Assembly.GetManifestResourceStream("summaries.json")!)
{
    var cases = JsonSerializer.Deserialize(table, SummaryCases.Default.SummaryCaseArray)!;
    foreach (var different in cases.Where(c => c.Found() != c.Expected))
    {
        Show("Table", different.Found(), different.Expected);
    }

    Show("Table", $"{cases.Count(c => c.Found() == c.Expected)} of {cases.Length} as in Go's own tests", "9 of 9 as in Go's own tests");
}

// Garbage collections stop threads in the middle of calls: what the guards are for.
var threads = Enumerable
    .Range(0, 4)
    .Select(_ => Task.Run(() => Enumerable.Range(0, 20_000).All(i => Calc.Summarize([new(i, 1), new(i + 2, 1)]).Mean == i + 1)))
    .ToArray();
while (!threads.All(thread => thread.IsCompleted))
{
    GC.Collect(0);
}

Show("Threads", threads.All(thread => thread.Result) ? "80000 calls from 4 threads" : "wrong results", "80000 calls from 4 threads");
return wrong == 0 ? 0 : 1;

void Show(string what, string result, string expected)
{
    Console.WriteLine($"{what, -10}{result}");
    if (result != expected)
    {
        Console.Error.WriteLine($"{what}: expected {expected}");
        wrong++;
    }
}

static string Message(Action action)
{
    try
    {
        action();
        return "no exception";
    }
    catch (OperationCanceledException)
    {
        // By Go, or before it was asked.
        return nameof(OperationCanceledException);
    }
    catch (Exception e)
    {
        return $"{e.GetType().Name}: {e.Message}";
    }
}
