using GoToolchain.Sources.Downloads;

namespace GoToolchain.Sources.Proxy;

/// <summary>A file of a module that is here whole, and proved by nobody yet.</summary>
/// <param name="content">It, seekable.</param>
/// <param name="from">Where it comes from.</param>
/// <param name="partial">Where it lies in the download directory; null: it is somebody else's file.</param>
/// <param name="isResumed">A part of it is of an earlier attempt.</param>
internal sealed class ModuleFile(Stream content, string from, PartialDownload? partial = null, bool isResumed = false) : IDisposable
{
    /// <summary>It, from the start.</summary>
    public Stream Content { get; } = content;

    /// <summary>Where it comes from, without passwords.</summary>
    public string From { get; } = from;

    /// <summary>A part of it is of an earlier attempt, which may have been of another file.</summary>
    public bool IsResumed { get; } = isResumed;

    /// <summary>It has served, or is of no use: it is not kept.</summary>
    public void Discard() => partial?.Discard();

    public void Dispose()
    {
        Content.Dispose();
        partial?.Dispose();
    }
}
