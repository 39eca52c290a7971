using GoToolchain.Store;

namespace GoToolchain.Recovery.Materials;

/// <summary>Somewhere that the bytes of a release can be had from.</summary>
internal interface IRepairMaterial : IDisposable
{
    /// <summary>What it is, for people: <c>go1.23.5 in /usr/local/go</c>, <c>snapshot of 2026-11-30 10:12</c>.</summary>
    string Name { get; }

    /// <summary>Who is asked first: 0 a sibling tree, 1 a snapshot, 2 an archive on this machine, 3 the network.</summary>
    int Cost { get; }

    /// <summary>Every file that it has; null when that is not known, or not before <see cref="PrepareAsync"/>.</summary>
    Manifest? Manifest { get; }

    /// <summary>Told once, before the first copy, what will be wanted: for materials that can only be read from end to end.</summary>
    /// <param name="wanted">The files.</param>
    /// <param name="cancel">Ends it.</param>
    Task PrepareAsync(IReadOnlyCollection<ManifestEntry> wanted, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Writes exactly the bytes of an entry, proved by its SHA-256. Called by several threads at once. The time of the new file is that of the
    /// material's own file where it knows it; its mode is set by the caller.
    /// </summary>
    /// <param name="entry">The file that is wanted.</param>
    /// <param name="target">A file that does not exist yet, in a directory that does: absolute.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when it does not have these bytes; then there is no file.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    bool TryCopy(ManifestEntry entry, string target, CancellationToken cancel);
}
