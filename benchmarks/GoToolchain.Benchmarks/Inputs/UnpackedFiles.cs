using System.Formats.Tar;
using System.IO.Compression;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>What an archive holds, in memory.</summary>
internal sealed class UnpackedFiles : IDisposable
{
    private readonly List<string> _names = [];
    private readonly List<byte[]> _contents = [];

    public UnpackedFiles(byte[] archive)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                var content = new byte[entry.Length];
                data.ReadExactly(content);
                _names.Add(entry.Name);
                _contents.Add(content);
            }
            else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                _names.Add(entry.Name);
                _contents.Add([]);
            }
        }

        Directories = [.. _names.Select(n => Path.GetDirectoryName(n)!).Distinct()];
    }

    /// <summary>The directories that hold files.</summary>
    public IReadOnlyList<string> Directories { get; }

    /// <summary>The files.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What each holds.</summary>
    public IReadOnlyList<byte[]> Contents => _contents;

    public void Dispose()
    {
        _names.Clear();
        _contents.Clear();
    }
}
