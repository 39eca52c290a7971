namespace GoToolchain.Benchmarks.Calls;

/// <summary>A way that answers wrongly is not measured.</summary>
internal static class Check
{
    public static void Sum(long number, long answer)
    {
        if (answer != number + 1)
        {
            throw new InvalidOperationException($"{number} + 1 was answered with {answer}.");
        }
    }
}
