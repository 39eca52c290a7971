using System.Collections.Concurrent;

namespace GoToolchain.Store;

/// <summary>A file that travels in pieces to the one thread that writes it.</summary>
/// <param name="Path">Below the root.</param>
/// <param name="Attributes">Mode and time.</param>
internal sealed record LargeFile(string Path, FileAttributesToSet Attributes)
{
    public BlockingCollection<(byte[] Buffer, int Count)> Pieces { get; } = [];
}
