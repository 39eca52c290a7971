using System.Collections.Concurrent;
using System.Diagnostics;
using GoToolchain.Inspection;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>Compares a tree with its manifest, on all cores.</summary>
internal static class ContentCheck
{
    // File systems count time in ticks of some milliseconds: what changed in the same tick as the manifest may have changed after it.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);

    /// <summary>Compares.</summary>
    /// <param name="root">The tree: absolute. Where nothing is, everything is missing.</param>
    /// <param name="expected">What it should hold.</param>
    /// <param name="options">How thoroughly.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ContentReport Compare(string root, Manifest expected, ContentOptions options, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var files = new ExpectedFiles(expected);
        var differences = new ConcurrentBag<ContentDifference>();
        var walk = Task.Run(() => ExtraFiles.Find(root, files, options.AllowLinks, differences.Add, cancel), cancel);
        var (hashedFiles, hashedBytes) = CompareFiles(root, files, options, differences.Add, cancel);
        walk.GetAwaiter().GetResult();
        return new ContentReport(root, [.. differences.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Kind)])
        {
            Files = expected.Entries.Count,
            HashedFiles = hashedFiles,
            HashedBytes = hashedBytes,
            Duration = Stopwatch.GetElapsedTime(started),
        };
    }

    // The largest first, so that no core is left alone with one at the end.
    private static (int Files, long Bytes) CompareFiles(
        string root,
        ExpectedFiles files,
        ContentOptions options,
        Action<ContentDifference> report,
        CancellationToken cancel
    )
    {
        var entries = files.LargestFirst;
        var (next, hashed, bytes) = (-1, 0, 0L);
        var known = options.Deep ? null : options.KnownGoodAt - s_tick;
        var directories = known is { } time ? new SettledDirectories(root, time) : null;
        Parallel.For(
            0,
            Math.Min(Environment.ProcessorCount, Math.Max(1, entries.Length)),
            new ParallelOptions { CancellationToken = cancel },
            _ =>
            {
                using var hash = new FileHash();
                for (var i = Interlocked.Increment(ref next); i < entries.Length; i = Interlocked.Increment(ref next))
                {
                    cancel.ThrowIfCancellationRequested();
                    var entry = entries[i];
                    var mayBeKnown = directories?.Hold(entry.Path) == true ? known : null;
                    var read = CompareFile(Path.Combine(root, entry.Path), entry, options.LooseModes, mayBeKnown, hash, report, cancel);
                    if (read >= 0)
                    {
                        Interlocked.Increment(ref hashed);
                        Interlocked.Add(ref bytes, read);
                    }
                }
            }
        );
        return (hashed, bytes);
    }

    // Returns how many bytes were read; less than none when the file was not.
    private static long CompareFile(
        string file,
        ManifestEntry entry,
        bool looseModes,
        DateTimeOffset? known,
        FileHash hash,
        Action<ContentDifference> report,
        CancellationToken cancel
    )
    {
        var state = FileState.Of(file);
        if (state.Kind != FileStateKind.File)
        {
            if (KindOf(file, state.Kind) is { } kind)
            {
                report(new ContentDifference(entry.Path, kind));
            }

            return -1;
        }

        if (!FileModes.Agree(state.Mode, entry.Mode, looseModes))
        {
            report(new ContentDifference(entry.Path, ContentDifferenceKind.WrongMode));
        }

        if (state.Size == entry.Size && state.Changed < known)
        {
            return -1;
        }

        long read = -1;
        if (state.Size != entry.Size || DigestOf(file, entry.Size, hash, ref read, cancel) != entry.Digest)
        {
            report(new ContentDifference(entry.Path, ContentDifferenceKind.Modified));
        }

        return read;
    }

    // Of what is below a directory that may not be searched nothing is known; that directory is reported.
    private static ContentDifferenceKind? KindOf(string file, FileStateKind kind) =>
        kind switch
        {
            FileStateKind.Missing => ContentDifferenceKind.Missing,
            FileStateKind.Link when FileFacts.Of(file).Kind == FileKind.DanglingLink => ContentDifferenceKind.Dangling,
            FileStateKind.Unreachable => null,
            _ => ContentDifferenceKind.WrongType,
        };

    // What cannot be read differs, whatever is in it.
    private static Verification.Sha256Digest? DigestOf(string file, long size, FileHash hash, ref long read, CancellationToken cancel)
    {
        try
        {
            return hash.Of(file, size, out read, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
