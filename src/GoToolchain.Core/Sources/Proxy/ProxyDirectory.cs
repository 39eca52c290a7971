using GoToolchain.Inspection;

namespace GoToolchain.Sources.Proxy;

/// <summary>A module proxy in a directory, as <c>GOPROXY=file://…</c> names it; for example <c>cache/download</c> of a module cache.</summary>
/// <param name="directory">Absolute.</param>
internal sealed class ProxyDirectory(string directory) : IProxyPlace
{
    private const int Block = 1 << 16;

    /// <inheritdoc/>
    public string Address => directory;

    /// <inheritdoc/>
    public bool NeedsNetwork => false;

    /// <inheritdoc/>
    public async Task<bool> CopyAsync(string path, Stream target, long maxBytes, CancellationToken cancel)
    {
        using var file = Open(path, maxBytes);
        if (file is null)
        {
            return false;
        }

        try
        {
            await file.CopyToAsync(target, Block, cancel).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file.Name, e);
        }
    }

    /// <inheritdoc/>
    public Task<ModuleFile?> FetchAsync(string path, long maxBytes, GoDeliveryContext context, CancellationToken cancel)
    {
#pragma warning disable CA2000 // It is the caller's, in a ModuleFile.
        var file = Open(path, maxBytes);
#pragma warning restore CA2000
        if (file is not null)
        {
            context.Progress.Report(new GoProgress(GoProgressPhase.Downloading, Bytes: file.Length, TotalBytes: file.Length));
        }

        return Task.FromResult(file is null ? null : new ModuleFile(file, file.Name));
    }

    private FileStream? Open(string path, long maxBytes)
    {
        var file = Path.Combine(directory, path);
        try
        {
            // A pipe is not opened: it would wait for a writer.
            var facts = FileFacts.Of(file);
            if (facts.Kind != FileKind.File)
            {
                return null;
            }

            return facts.Length <= maxBytes
                ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan)
                : throw new GoToolchainException(
                    GoErrorCodes.SourceMalformed,
                    $"The file has {facts.Length:N0} bytes, more than the {maxBytes:N0} that it may have.",
                    file
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e);
        }
    }

    private static GoToolchainException Unreadable(string file, Exception e) =>
        new(
            GoErrorCodes.SourceUnavailable,
            $"The file cannot be read: {e.Message.TrimEnd('.')}.",
            file,
            "Check that this user may read it.",
            e
        );
}
