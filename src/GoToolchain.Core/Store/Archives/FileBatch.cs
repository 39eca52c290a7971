namespace GoToolchain.Store;

/// <summary>Small files that share one buffer on their way to a writing thread.</summary>
/// <param name="buffer">The buffer.</param>
internal sealed class FileBatch(byte[] buffer)
{
    public byte[] Buffer { get; } = buffer;

    public int Used { get; set; }

    public List<Item> Items { get; } = [];

    public readonly record struct Item(string Path, FileAttributesToSet Attributes, int Offset, int Length);
}
