namespace GoToolchain.Benchmarks.Calls;

/// <summary>One way to call Go: always for the sum of two numbers.</summary>
internal interface ICallWay : IAsyncDisposable
{
    string Name { get; }

    /// <summary>How many calls one measurement makes.</summary>
    int Calls { get; }

    /// <summary>Calls so many times in turn, and checks each answer.</summary>
    Task RunAsync(int calls);
}
