namespace GoToolchain.Health;

/// <summary>One question about a Go, or about what surrounds it. It knows no other check, only the names of those that it builds on.</summary>
internal interface IHealthCheck
{
    /// <summary>A stable name: area and subject, for example <c>tree.tools</c>.</summary>
    string Id { get; }

    /// <summary>What is checked, in a few words.</summary>
    string Title { get; }

    /// <summary>The level from which on it is done. <see cref="HealthLevel.Quick"/> ones start no process and write nothing.</summary>
    HealthLevel Level { get; }

    /// <summary>The checks that have to have passed, or this one would only repeat their finding.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>Asks it. What is wrong with the Go is in the answer; an exception other than a cancellation is a bug.</summary>
    /// <param name="context">What is examined, and with what.</param>
    /// <param name="cancel">Ends it.</param>
    ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel);
}
