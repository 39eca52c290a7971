using CsCheck;
using RoundTrip;

// Everything that bindings carry, there and back. Ends with 1 and says what was different.
var bytes = Gen.Byte.Array[0, 300];
var strings = Gen.OneOf(Gen.String, Gen.String[Gen.Char, 0, 2000], Gen.Const("a\0b"), Gen.Const(""), Gen.Const("Zoë 😀"));

Check("strings", () => strings.Sample(s => Equal(Round.Text(s), Utf8(s)), iter: 300));
Check("strings as pairs", () => strings.Sample(s => Equal(Round.Pair(s), Utf8(s)), iter: 300));
Check("any bytes as a string", () => bytes.Sample(b => Equal(Round.Text(b), System.Text.Encoding.UTF8.GetString(b)), iter: 300));
Check("terminated strings", () => strings.Where(s => !s.Contains('\0')).Sample(s => Equal(Round.Terminated(s), Utf8(s)), iter: 300));
Check("zero in a terminated string", () => Throws<ArgumentException>(() => Round.Terminated("a\0b")));
Check("no string", () => Equal(Round.Terminated(null), null) && Throws<ArgumentNullException>(() => Round.Text((string)null!)));
Check("bytes", () => bytes.Sample(b => Same(Round.Bytes(b), b), iter: 300));
Check(
    "reals",
    () =>
        Gen.Double.Array.Sample(
            d => Same(Round.Reals(d)!.Select(BitConverter.DoubleToInt64Bits).ToArray(), d.Select(BitConverter.DoubleToInt64Bits).ToArray()),
            iter: 300
        )
);
var points = Gen.Select(
    Gen.Bool,
    Gen.SByte,
    Gen.Double,
    Gen.Long,
    (on, small, real, large) => new Round.Point(on, small, real, large, Round.Amount.ROUND_MANY)
);
Check("structures", () => points.Array.Sample(p => Same(Round.Points(p), p), iter: 300));
Check("structures by value", () => points.Sample(p => Round.PointOf(p) == p, iter: 300));
Check("enumerations", () => (int)Round.Amount.ROUND_MANY == 6 && (int)Round.Amount.ROUND_SOME == 5);
Check(
    "numbers",
    () =>
        Gen.Select(
                Gen.SByte,
                Gen.Byte,
                Gen.Short,
                Gen.UShort,
                Gen.Select(Gen.Int, Gen.UInt, Gen.Long, Gen.ULong),
                Gen.Select(Gen.Float.Where(f => !float.IsNaN(f)), Gen.Bool)
            )
            .Sample(
                (a, b, c, d, e, f) =>
                    Round.Numbers(a, b, c, d, e.Item1, e.Item2, e.Item3, e.Item4, (nint)e.Item3, (nuint)e.Item4, f.Item1, f.Item2)
                    == (a, b, c, d, e.Item1, e.Item2, e.Item3, e.Item4, (nint)e.Item3, (nuint)e.Item4, f.Item1, f.Item2),
                iter: 300
            )
);
Check(
    "slices that Go writes",
    () =>
        Gen.Int.Array.Sample(
            a =>
            {
                var b = a.ToArray();
                Round.Reverse(b);
                return Same(b, a.Reverse().ToArray());
            },
            iter: 300
        )
);
Check("out parameters", () => Gen.Long[0, long.MaxValue].Sample(n => Round.Halve(n) == (n / 2, n % 2 != 0), iter: 300));
Check("errors", () => strings.Where(s => !s.Contains('\0')).Sample(s => Message(() => Round.Fail(s)) == Utf8(s), iter: 300));
Check("an error beside out parameters", () => Message(() => Round.Halve(-3)) == "negative: -3");
Check(
    "panics without an error",
    () => strings.Where(s => !s.Contains('\0')).Sample(s => Message(() => Round.Panic(s)) == "panic: " + Utf8(s), iter: 300)
);
Check(
    "a nil pointer",
    () => Message(() => Round.Nil()).StartsWith("panic: runtime error: invalid memory address", StringComparison.Ordinal)
);
Check("after a panic", () => Round.OpenCount() == 0);
Check(
    "references",
    () =>
    {
        Round.Record record = default;
        record.Values = new Round.Record.ValuesArray();
        Round.Next(ref record);
        Round.Next(ref record);
        return record.Name[0] == 2 && record.Values[3] == 2;
    }
);
Check(
    "callbacks",
    () =>
    {
        var words = new List<string>();
        Round.Words((text, last) => words.Add(text + (last ? "." : "")), 3);
        return string.Join(' ', words) == "word 0 word 1 word 2.";
    }
);
Check(
    "exceptions in callbacks",
    () =>
    {
        var calls = 0;
        return Throws<TimeoutException>(() =>
                Round.Words(
                    (_, _) =>
                    {
                        calls++;
                        throw new TimeoutException();
                    },
                    5
                )
            )
            && calls == 1;
    }
);
Check(
    "handles",
    () =>
    {
        var counter = Round.Open(40);
        var sum = Round.Count(counter) + Round.Count(counter);
        var before = Round.OpenCount();
        counter.Dispose();
        return sum == 83 && before == 1 && Round.OpenCount() == 0 && Throws<ObjectDisposedException>(() => Round.Count(counter));
    }
);
Check(
    "100 MB",
    () =>
    {
        var text = new string('ä', 50_000_000);
        return Round.Text(text) == text && Round.Bytes(new byte[100_000_000])!.Length == 100_000_000;
    }
);
return Environment.ExitCode;

// Half of a surrogate pair has no UTF-8.
static string Utf8(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

static bool Equal(string? found, string? expected) => found == expected;

static bool Same<T>(T[]? found, T[] expected) => found!.AsSpan().SequenceEqual(expected);

static bool Throws<T>(Action action)
    where T : Exception
{
    try
    {
        action();
        return false;
    }
    catch (T)
    {
        return true;
    }
}

static string Message(Action action)
{
    try
    {
        action();
        return "no exception";
    }
    catch (RoundException e)
    {
        return e.Message;
    }
}

static void Check(string what, Delegate check)
{
    try
    {
        if (check is Func<bool> test && !test())
        {
            throw new InvalidOperationException("different");
        }

        (check as Action)?.Invoke();
        Console.WriteLine($"ok: {what}");
    }
    catch (Exception e)
    {
        Console.WriteLine($"WRONG: {what}: {e}");
        Environment.ExitCode = 1;
    }
}
