namespace SharedLibraryStress;

/// <summary>The same as <see cref="Workers"/> by nothing but generated bindings, with all that they carry across: texts, slices, errors, panics, delegates.</summary>
internal static class BoundWorkers
{
    internal static readonly (string Name, Action<int> Work)[] All =
    [
        ("add", n => Workers.Check(Bound.Add(n, 1), n + 1)),
        ("text", Text),
        ("slice of structures", Slice),
        ("error", Error),
        ("recovered panic", Panic),
        ("callback", n => Workers.Check(Bound.Tell(Workers.Work, n, 3), 3 * (n + 1))),
        ("callback on a thread of Go", n => Workers.Check(Bound.TellElsewhere(Workers.Work, n), n + 1)),
        ("exception in a callback", Throw),
        ("handle", Handle),
        ("cancellation", Cancel),
        ("goroutines and deep stacks", _ => Workers.Check(Bound.Spawn(16) + Bound.Deep(500), 64 + 501)),
        ("NullReferenceException", n => Workers.Null(() => Bound.Add(n, 1), n + 1)),
        ("DivideByZeroException", n => Workers.Divide(() => Bound.Add(n, 1), n)),
        ("short-lived thread", Short),
    ];

    private static void Text(int n)
    {
        var text = new string('ä', n % 2000);
        Workers.Check(Bound.Echo(text) == text ? 1 : 0, 1);
    }

    private static void Slice(int n)
    {
        Span<Bound.Point> points = stackalloc Bound.Point[n % 50];
        points.Fill(new Bound.Point(1, 0.5));
        Workers.Check(Bound.Sum(points) == new Bound.Point(points.Length, points.Length * 0.5) ? 1 : 0, 1);
    }

    private static void Error(int n) => Workers.Check(Message(() => Bound.Fail($"no {n}")) == $"no {n}" ? 1 : 0, 1);

    private static void Panic(int n) => Workers.Check(Message(() => Bound.PanicOut(n)) == $"panic: out of {n}" ? 1 : 0, 1);

    private static void Throw(int n)
    {
        try
        {
            Bound.Tell((value) => throw new InvalidOperationException($"{value}"), n, 5);
        }
        catch (InvalidOperationException e) when (e.Message == $"{n}")
        {
            return;
        }

        Workers.Fail("no exception out of a callback");
    }

    private static void Handle(int n)
    {
        using var thing = Bound.Open(n);
        Workers.Check(Bound.Read(thing), n);
    }

    private static void Cancel(int n)
    {
        using var source = new CancellationTokenSource();
        source.CancelAfter(n % 3);
        try
        {
            Bound.Wait(source.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Workers.Fail("not cancelled");
    }

    private static void Short(int n)
    {
        var thread = new Thread(() =>
        {
            Bound.StormJoin();
            for (var i = 0; i < 100; i++)
            {
                Workers.Check(Bound.Add(n, 1), n + 1);
            }
        });
        thread.Start();
        thread.Join();
    }

    private static string Message(Func<int> call)
    {
        try
        {
            call();
            return "no exception";
        }
        catch (BoundException e)
        {
            return e.Message;
        }
    }
}
