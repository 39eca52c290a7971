using System.Collections.Concurrent;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Materials;

/// <summary>Takes files from materials, the cheapest first, until all are there or nobody has them.</summary>
internal static class MaterialRun
{
    /// <summary>Takes them.</summary>
    /// <param name="materials">In the order in which they are asked. Each is disposed of when it has been asked.</param>
    /// <param name="wanted">The files.</param>
    /// <param name="target">Where each goes: a free name in a directory that exists.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>From where each of them came, by path; and the sources that failed.</returns>
    /// <exception cref="IOException">A target cannot be written.</exception>
    public static async Task<(IReadOnlyDictionary<string, string> Taken, GoToolchainException? Failure)> TakeAsync(
        IEnumerable<IRepairMaterial> materials,
        IReadOnlyCollection<ManifestEntry> wanted,
        Func<ManifestEntry, string> target,
        CancellationToken cancel
    )
    {
        var taken = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        GoToolchainException? failure = null;
        // The largest first, so that no core is left alone with one at the end.
        var left = wanted.OrderByDescending(e => e.Size).ToArray();
        foreach (var material in left.Length == 0 ? [] : materials)
        {
            using (material)
            {
                await material.PrepareAsync(left, cancel).ConfigureAwait(false);
                failure = (material as SourceMaterial)?.Failure ?? failure;
                Copy(material, left, target, taken, cancel);
                left = [.. left.Where(e => !taken.ContainsKey(e.Path))];
                if (left.Length == 0)
                {
                    break;
                }
            }
        }

        return (taken, failure);
    }

    private static void Copy(
        IRepairMaterial material,
        ManifestEntry[] left,
        Func<ManifestEntry, string> target,
        ConcurrentDictionary<string, string> taken,
        CancellationToken cancel
    )
    {
        var next = -1;
        try
        {
            Parallel.For(
                0,
                Math.Min(Environment.ProcessorCount, left.Length),
                new ParallelOptions { CancellationToken = cancel },
                _ =>
                {
                    for (var i = Interlocked.Increment(ref next); i < left.Length; i = Interlocked.Increment(ref next))
                    {
                        cancel.ThrowIfCancellationRequested();
                        if (material.TryCopy(left[i], target(left[i]), cancel))
                        {
                            taken[left[i].Path] = material.Name;
                        }
                    }
                }
            );
        }
        catch (AggregateException e)
            when (e.InnerExceptions.All(i => i is IOException or UnauthorizedAccessException or OperationCanceledException))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
