using System.Collections.Concurrent;
using System.Security.Cryptography;
using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>
/// Writes the files of a tree on several threads while one thread reads them out of an archive. Small files travel together in one
/// buffer, large ones in pieces; the number of buffers is fixed, so memory is bounded. Each file is created, never opened, hashed and closed.
/// </summary>
internal sealed class TreeWriter : IDisposable
{
    private const int BufferSize = 1 << 20;
    private const int LargeFileSize = 256 << 10;

    private readonly string _root;
    private readonly CancellationTokenSource _stop;
    private readonly bool _isLean;
    private readonly BlockingCollection<FileJob> _jobs;
    private readonly BlockingCollection<byte[]> _buffers;
    private readonly Task[] _workers;
    private readonly ConcurrentBag<List<ManifestEntry>> _written = [];
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);
    private FileBatch _batch;
    private int _files;

    /// <summary>Starts the threads.</summary>
    /// <param name="root">An existing, empty directory.</param>
    /// <param name="stop">Cancelled by whoever fails first.</param>
    /// <param name="isLean">Leave out what no build needs.</param>
    public TreeWriter(string root, CancellationTokenSource stop, bool isLean = false)
    {
        (_root, _stop, _isLean) = (root, stop, isLean);
        var threads = Math.Clamp(Environment.ProcessorCount, 2, 8);
        var buffers = (2 * threads) + 2;
        _jobs = new(buffers);
        _buffers = new(buffers);
        for (var i = 0; i < buffers; i++)
        {
            _buffers.Add(GC.AllocateUninitializedArray<byte>(BufferSize));
        }

        _batch = new FileBatch(_buffers.Take());
        _workers = [.. Enumerable.Range(0, threads).Select(_ => Start(Work))];
    }

    /// <summary>Why a thread could not write; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many files have been written.</summary>
    public int Files => Volatile.Read(ref _files);

    /// <summary>Takes over one file. Called by one thread.</summary>
    /// <param name="path">Below the root, with <c>/</c>; checked.</param>
    /// <param name="size">Its exact size.</param>
    /// <param name="attributes">Mode and time.</param>
    /// <param name="content">Where its bytes come from.</param>
    public void Add(string path, long size, FileAttributesToSet attributes, Stream content)
    {
        if (_isLean && LeanTree.Omits(path))
        {
            return;
        }

        CreateDirectoryOf(path);
        if (size > LargeFileSize)
        {
            AddLarge(path, size, attributes, content);
            return;
        }

        if (_batch.Used + size > BufferSize)
        {
            Flush();
        }

        var offset = _batch.Used;
        content.ReadExactly(_batch.Buffer, offset, (int)size);
        _batch.Used += (int)size;
        _batch.Items.Add(new FileBatch.Item(path, attributes, offset, (int)size));
    }

    /// <summary>Waits until all is written.</summary>
    /// <returns>Every file.</returns>
    public Manifest Complete()
    {
        Flush();
        _jobs.CompleteAdding();
        Task.WaitAll(_workers);
        return new Manifest(_written.SelectMany(list => list));
    }

    /// <summary>Ends the threads, whatever they are doing, and waits for them: afterwards nothing writes into the tree any more.</summary>
    public void Dispose()
    {
        if (!_jobs.IsAddingCompleted)
        {
            _stop.Cancel();
            _jobs.CompleteAdding();
        }

        try
        {
            Task.WaitAll(_workers);
        }
        catch (AggregateException)
        {
            // Complete() has thrown it, or the caller is already failing for the reason that cancelled the token.
        }

        _jobs.Dispose();
        _buffers.Dispose();
    }

    private void AddLarge(string path, long size, FileAttributesToSet attributes, Stream content)
    {
        Flush();
        var large = new LargeFile(path, attributes);
        _jobs.Add(new FileJob(null, large), _stop.Token);
        for (var left = size; left > 0; )
        {
            var buffer = _buffers.Take(_stop.Token);
            var count = (int)Math.Min(left, buffer.Length);
            content.ReadExactly(buffer, 0, count);
            large.Pieces.Add((buffer, count), _stop.Token);
            left -= count;
        }

        large.Pieces.CompleteAdding();
    }

    private void Flush()
    {
        if (_batch.Items.Count == 0)
        {
            return;
        }

        _jobs.Add(new FileJob(_batch, null), _stop.Token);
        _batch = new FileBatch(_buffers.Take(_stop.Token));
    }

    private void CreateDirectoryOf(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash > 0 && _directories.Add(path[..slash]))
        {
            Directory.CreateDirectory(Path.Combine(_root, path[..slash]));
        }
    }

    private void Work()
    {
        var written = new List<ManifestEntry>();
        _written.Add(written);
        foreach (var job in _jobs.GetConsumingEnumerable(_stop.Token))
        {
            if (job.Batch is { } batch)
            {
                WriteBatch(batch, written);
                _buffers.Add(batch.Buffer, _stop.Token);
            }
            else
            {
                written.Add(WriteLarge(job.Large!));
            }
        }
    }

    private void WriteBatch(FileBatch batch, List<ManifestEntry> written)
    {
        foreach (var item in batch.Items)
        {
            _stop.Token.ThrowIfCancellationRequested();
            var content = batch.Buffer.AsSpan(item.Offset, item.Length);
            using (var file = NewFile.Create(Path.Combine(_root, item.Path), item.Attributes))
            {
                file.Write(content);
            }

            written.Add(new ManifestEntry(item.Path, item.Length, item.Attributes.Mode, new Sha256Digest(SHA256.HashData(content))));
            Interlocked.Increment(ref _files);
        }
    }

    private ManifestEntry WriteLarge(LargeFile large)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = NewFile.Create(Path.Combine(_root, large.Path), large.Attributes);
        long size = 0;
        foreach (var (buffer, count) in large.Pieces.GetConsumingEnumerable(_stop.Token))
        {
            file.Write(buffer.AsSpan(0, count));
            hash.AppendData(buffer, 0, count);
            size += count;
            _buffers.Add(buffer, _stop.Token);
        }

        // Not disposed here: the thread that has just called CompleteAdding may still be inside it. It holds nothing but memory.
        Interlocked.Increment(ref _files);
        return new ManifestEntry(large.Path, size, large.Attributes.Mode, new Sha256Digest(hash.GetHashAndReset()));
    }

    private Task Start(Action work) =>
        Task.Factory.StartNew(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception e)
                {
                    Failure ??= e;
                    _stop.Cancel();
                    throw;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private sealed record FileJob(FileBatch? Batch, LargeFile? Large);
}
