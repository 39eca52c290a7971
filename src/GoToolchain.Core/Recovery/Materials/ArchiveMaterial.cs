using System.Formats.Tar;
using System.IO.Compression;
using GoToolchain.Sources;
using GoToolchain.Sources.Feeds;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Recovery.Materials;

/// <summary>A release archive on this machine, from an earlier download.</summary>
/// <param name="file">The archive: absolute.</param>
/// <param name="staging">Makes a directory for what is taken out of it.</param>
/// <param name="logger">Where to log.</param>
internal sealed class ArchiveMaterial(string file, Func<string> staging, ILogger logger) : IWholeMaterial
{
    private Dictionary<string, string> _taken = [];

    /// <inheritdoc/>
    public string Name => Path.GetFileName(file);

    /// <inheritdoc/>
    public int Cost => 2;

    /// <inheritdoc/>
    public Manifest? Manifest { get; private set; }

    /// <summary>Reads the archive once, and takes out of it what is wanted.</summary>
    /// <param name="wanted">The files.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task PrepareAsync(IReadOnlyCollection<ManifestEntry> wanted, CancellationToken cancel)
    {
        var entries = wanted.ToDictionary(e => e.Path, StringComparer.Ordinal);
        var directory = staging();
        try
        {
            _taken = await Task.Run(() => Take(entries, directory, cancel), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or GoToolchainException)
        {
            // Cut short or damaged: what came before that is used, for each file proves itself.
            RepairLog.MaterialDamaged(logger, file, e);
        }
    }

    /// <inheritdoc/>
    public bool TryCopy(ManifestEntry entry, string target, CancellationToken cancel) =>
        _taken.TryGetValue(entry.Path, out var taken) && VerifiedCopy.Try(taken, entry, target, cancel);

    /// <inheritdoc/>
    public async Task<(string Root, Manifest Manifest)> UnpackAsync(string staging, CancellationToken cancel)
    {
        var expected = new ArchiveExpectation(Path.GetFileName(file), file, null, null);
        var context = new GoDeliveryContext(staging, Path.GetDirectoryName(file)!, new Progress<GoProgress>(), logger);
        var received = await ArchiveFile.ReceiveAsync(file, expected, context, cancel).ConfigureAwait(false);
        Manifest = received.Manifest;
        return (received.Root, received.Manifest);
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private Dictionary<string, string> Take(Dictionary<string, ManifestEntry> wanted, string directory, CancellationToken cancel)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        _taken = taken;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        if (file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            foreach (var entry in zip.Entries)
            {
                using var content = Find(entry.FullName) is null ? null : entry.Open();
                Keep(entry.FullName, content, entry.LastWriteTime.UtcDateTime);
            }

            return taken;
        }

        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new TarReader(gzip);
        while (taken.Count < wanted.Count && reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                Keep(entry.Name, entry.DataStream ?? Stream.Null, entry.ModificationTime.UtcDateTime);
            }
        }

        return taken;

        // All entries of a release lie below `go/`. Their names are never used as paths: only those that are wanted are looked at.
        ManifestEntry? Find(string name) =>
            name.StartsWith("go/", StringComparison.Ordinal) && !taken.ContainsKey(name[3..]) ? wanted.GetValueOrDefault(name[3..]) : null;

        void Keep(string name, Stream? content, DateTime time)
        {
            cancel.ThrowIfCancellationRequested();
            var target = Path.Combine(directory, taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (Find(name) is { } entry && content is not null && VerifiedCopy.Write(content, entry, target, time, cancel))
            {
                taken[entry.Path] = target;
            }
        }
    }
}
