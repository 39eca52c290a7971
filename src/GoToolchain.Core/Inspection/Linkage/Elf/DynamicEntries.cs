using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>The entries of a dynamic section with a tag of <see cref="DynamicTag"/>.</summary>
internal sealed class DynamicEntries
{
    // More than this would only be kept to be thrown away: see ElfLinksReader.MostNames.
    private const int MostKept = 2 * ElfLinksReader.MostNames;

    private readonly Dictionary<DynamicTag, ulong> _values = [];
    private readonly List<(DynamicTag Tag, ulong Value)> _names = [];

    private DynamicEntries() { }

    /// <summary>There are more entries than were read.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Reads them, up to the one that ends the section.</summary>
    /// <exception cref="BinaryDamageException">The file ends before.</exception>
    public static DynamicEntries Read(ByteSource source, MappedRange place, ElfMachine machine, int most)
    {
        var entries = new DynamicEntries();
        var size = machine.Is64 ? 16 : 8;
        var count = place.Length / (ulong)size;
        Span<byte> entry = stackalloc byte[size];
        for (ulong i = 0; i < count; i++)
        {
            if (i >= (ulong)most)
            {
                entries.IsCutShort = true;
                break;
            }

            if (place.Offset > (ulong)source.Length)
            {
                throw new BinaryDamageException("its dynamic section lies behind the end of the file");
            }

            source.ReadExactly(place.Offset + (i * (ulong)size), entry, "its dynamic section");
            var fields = new Fields(entry, machine.IsLittle);
            var tag = (DynamicTag)fields.Address(0, machine.Is64);
            if (tag == DynamicTag.Null)
            {
                break;
            }

            if (Enum.IsDefined(tag))
            {
                entries.Add(tag, fields.Address(size / 2, machine.Is64));
            }
        }

        return entries;
    }

    /// <summary>The value of a tag; of several, the loader takes the last. Null: there is none.</summary>
    public ulong? Value(DynamicTag tag) => _values.TryGetValue(tag, out var value) ? value : null;

    /// <summary>The values of tags that name libraries, in the order of the section.</summary>
    public IEnumerable<ulong> Values(params DynamicTag[] tags) => _names.Where(e => tags.Contains(e.Tag)).Select(e => e.Value);

    /// <summary>The string table.</summary>
    /// <exception cref="BinaryDamageException">It is needed and not there.</exception>
    public ElfStrings Strings(ByteSource source, ElfSegments segments)
    {
        if (Value(DynamicTag.StringTable) is not { } address || segments.Map(address) is not { } place)
        {
            // Empty: whoever wants a string from it finds the file damaged, as the loader would.
            return new ElfStrings(source, 0, 0);
        }

        var length = Math.Min((ulong)place.Length, Value(DynamicTag.StringTableSize) ?? 0);
        return new ElfStrings(source, place.Offset, (long)length);
    }

    private void Add(DynamicTag tag, ulong value)
    {
        if (tag is not (DynamicTag.Needed or DynamicTag.Filter or DynamicTag.Auxiliary))
        {
            _values[tag] = value;
        }
        else if (_names.Count < MostKept)
        {
            _names.Add((tag, value));
        }
        else
        {
            IsCutShort = true;
        }
    }
}
