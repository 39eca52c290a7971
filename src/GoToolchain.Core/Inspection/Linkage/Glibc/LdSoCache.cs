using System.Buffers.Binary;
using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>
/// <c>/etc/ld.so.cache</c>, in both formats that ldconfig writes (glibc, sysdeps/generic/dl-cache.h): the old one, the new one, and the new one
/// behind the old one. Nothing that it says is trusted to be inside it.
/// </summary>
internal sealed class LdSoCache
{
    private const int MostBytes = 64 << 20;
    private const int LongestString = 4096;
    private const ulong NamedLevel = 1UL << 62; // DL_CACHE_HWCAP_EXTENSION
    private const uint LevelMask = 0x3ff; // DL_CACHE_HWCAP_ISA_LEVEL_MASK
    private const uint ExtensionMagic = 0xeaa42174;

    private readonly Dictionary<string, List<LdSoCacheEntry>> _entries = new(StringComparer.Ordinal);

    private LdSoCache(string file) => File = file;

    /// <summary>Where it was read from.</summary>
    public string File { get; }

    /// <summary>How many entries it has.</summary>
    public int Count { get; private set; }

    /// <summary>Reads it.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>Null when there is none, or it is none: the loader goes on without it.</returns>
    public static LdSoCache? Read(string file)
    {
        try
        {
            if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 and <= MostBytes } facts)
            {
                return null;
            }

            using var source = FileByteSource.Open(file);
            var bytes = new byte[(int)Math.Min(facts.Length, source.Length)];
            return Parse(file, bytes.AsSpan(0, source.Read(0, bytes)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads the content of one.</summary>
    /// <param name="file">Where it is from.</param>
    /// <param name="content">All of it.</param>
    /// <returns>Null when it is none.</returns>
    public static LdSoCache? Parse(string file, ReadOnlySpan<byte> content)
    {
        var cache = new LdSoCache(file);
        if (content.StartsWith("glibc-ld.so.cache1.1"u8))
        {
            return cache.AddNew(content) ? cache : null;
        }

        if (!content.StartsWith("ld.so-1.7.0"u8) || content.Length < 16)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32LittleEndian(content[12..]);
        var strings = 16 + ((long)count * 12);
        var behind = (strings + 7) & ~7L;
        if (behind < content.Length && content[(int)behind..].StartsWith("glibc-ld.so.cache1.1"u8))
        {
            return cache.AddNew(content[(int)behind..]) ? cache : null;
        }

        return cache.AddOld(content, count, strings) ? cache : null;
    }

    /// <summary>The file that the loader takes for a name: the best for the processor among those for its ABI.</summary>
    /// <param name="name">For example <c>libc.so.6</c>.</param>
    /// <param name="abi">The flags of the ABI; null: any.</param>
    /// <param name="levels">The hardware levels that the loader knows, best first.</param>
    public string? Find(string name, int? abi, IReadOnlyList<string> levels)
    {
        if (!_entries.TryGetValue(name, out var entries))
        {
            return null;
        }

        string? best = null;
        var bestRank = int.MaxValue;
        foreach (var entry in entries.Where(e => abi is null || e.Flags == abi || e.Flags == 1))
        {
            var rank = Rank(entry, levels);
            if (rank < bestRank)
            {
                (best, bestRank) = (entry.Path, rank);
            }
        }

        return best;
    }

    private static int Rank(LdSoCacheEntry entry, IReadOnlyList<string> levels)
    {
        if (entry.Level is null)
        {
            return levels.Count;
        }

        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] == entry.Level)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private bool AddNew(ReadOnlySpan<byte> content)
    {
        const int header = 48;
        const int size = 24;
        if (content.Length < header)
        {
            return false;
        }

        var isLittle = content[28] != 3; // cache_file_new_flags_endian_big
        var fields = new Fields(content, isLittle);
        var count = fields.Word(20);
        if (count > (content.Length - header) / size)
        {
            return false;
        }

        var levels = ReadLevels(content, fields.Word(32), isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = new Fields(content.Slice(header + (i * size), size), isLittle);
            var hardware = entry.Long(16);
            string? level = null;
            if (hardware != 0)
            {
                // Entries with bits of the processor, as they were before glibc 2.33, are for machines that nobody has any more.
                var isNamed = ((hardware >> 32) & ~(ulong)LevelMask) == NamedLevel >> 32;
                if (!isNamed || (uint)hardware >= levels.Count)
                {
                    continue;
                }

                level = levels[(int)(uint)hardware];
            }

            Add((int)entry.Word(0), ReadString(content, entry.Word(4)), ReadString(content, entry.Word(8)), level);
        }

        return true;
    }

    private bool AddOld(ReadOnlySpan<byte> content, uint count, long strings)
    {
        if (strings > content.Length)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var entry = new Fields(content.Slice(16 + (i * 12), 12), isLittle: true);
            var (name, path) = (strings + entry.Word(4), strings + entry.Word(8));
            Add((int)entry.Word(0), ReadString(content, name), ReadString(content, path), null);
        }

        return true;
    }

    private void Add(int flags, string? name, string? path, string? level)
    {
        if (name is null || path is null || path.Length == 0 || path[0] != '/')
        {
            return;
        }

        if (!_entries.TryGetValue(name, out var list))
        {
            _entries[name] = list = [];
        }

        list.Add(new LdSoCacheEntry(flags, path, level));
        Count++;
    }

    private static List<string> ReadLevels(ReadOnlySpan<byte> content, uint offset, bool isLittle)
    {
        // cache_extension: magic, count; then sections of tag, flags, offset, size. Tag 1 is the list of glibc-hwcaps.
        var levels = new List<string>();
        if (offset == 0 || offset > content.Length - 8)
        {
            return levels;
        }

        var extension = new Fields(content[(int)offset..], isLittle);
        if (extension.Word(0) != ExtensionMagic)
        {
            return levels;
        }

        var count = Math.Min(extension.Word(4), (uint)(extension.Bytes.Length - 8) / 16);
        for (var i = 0; i < count; i++)
        {
            var section = extension.From(8 + (i * 16));
            var (start, size) = (section.Word(8), section.Word(12));
            if (section.Word(0) != 1 || start > content.Length || size > content.Length - start)
            {
                continue;
            }

            var names = new Fields(content.Slice((int)start, (int)size), isLittle);
            for (var at = 0; at + 4 <= size; at += 4)
            {
                levels.Add(ReadString(content, names.Word(at)) ?? "");
            }
        }

        return levels;
    }

    private static string? ReadString(ReadOnlySpan<byte> content, long offset)
    {
        if (offset < 0 || offset >= content.Length)
        {
            return null;
        }

        var text = content.Slice((int)offset, (int)Math.Min(LongestString, content.Length - offset));
        var end = text.IndexOf((byte)0);
        var value = end < 0 ? null : Encoding.UTF8.GetString(text[..end]);
        return value is null || value.Any(char.IsControl) ? null : value;
    }
}
