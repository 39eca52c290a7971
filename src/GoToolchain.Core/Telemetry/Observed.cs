namespace GoToolchain.Telemetry;

/// <summary>Runs a piece of work, observed when somebody listens.</summary>
internal static class Observed
{
    /// <summary>Runs it.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="kind">The kind of work.</param>
    /// <param name="work">The work; it gets the operation, or null when nobody listens.</param>
    /// <param name="describe">Says what came out of it.</param>
    public static async Task<T> RunAsync<T>(OperationKind kind, Func<Operation?, Task<T>> work, Action<Operation, T> describe)
    {
        if (!kind.IsObserved)
        {
            return await work(null).ConfigureAwait(false);
        }

        using var operation = kind.Start();
        try
        {
            var result = await work(operation).ConfigureAwait(false);
            describe(operation, result);
            return result;
        }
        catch (Exception e)
        {
            operation.Fail(e);
            throw;
        }
    }

    /// <summary>Runs it on this thread.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="kind">The kind of work.</param>
    /// <param name="work">The work.</param>
    /// <param name="describe">Says what came out of it.</param>
    public static T Run<T>(OperationKind kind, Func<T> work, Action<Operation, T> describe)
    {
        if (!kind.IsObserved)
        {
            return work();
        }

        using var operation = kind.Start();
        try
        {
            var result = work();
            describe(operation, result);
            return result;
        }
        catch (Exception e)
        {
            operation.Fail(e);
            throw;
        }
    }
}
