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
    public async Task<bool> CopyAsync(string path, Stream target, long maxBytes, Action<long, long?>? received, CancellationToken cancel)
    {
        var file = Path.Combine(directory, path);
        try
        {
            var facts = FileFacts.Of(file);
            if (facts.Kind != FileKind.File)
            {
                return false;
            }

            if (facts.Length > maxBytes)
            {
                throw new GoToolchainException(
                    GoErrorCodes.SourceMalformed,
                    $"The file has {facts.Length:N0} bytes, more than the {maxBytes:N0} that it may have.",
                    file
                );
            }

            // A pipe has no length, and is not opened: it would wait for a writer.
            if (facts.Length > 0)
            {
                var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
                await using (stream.ConfigureAwait(false))
                {
                    await stream.CopyToAsync(target, Block, cancel).ConfigureAwait(false);
                }
            }

            received?.Invoke(facts.Length, facts.Length);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"The file cannot be read: {e.Message.TrimEnd('.')}.",
                file,
                "Check that this user may read it.",
                e
            );
        }
    }
}
