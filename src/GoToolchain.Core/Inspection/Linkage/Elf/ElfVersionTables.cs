using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>
/// The tables of symbol versions (DT_VERNEED, DT_VERDEF), whose entries form chains of forward distances; see "Symbol Versioning" of the LSB
/// core specification.
/// </summary>
internal sealed class ElfVersionTables(ByteSource source, ElfSegments segments, ElfMachine machine, ElfStrings strings)
{
    private const int MostVersions = 1 << 14;
    private const int LongestName = 1024;

    private int _read;

    /// <summary>There are more versions than were read.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The versions that the file needs.</summary>
    /// <param name="address">Of the table; null: there is none.</param>
    /// <param name="count">Of libraries.</param>
    /// <exception cref="BinaryDamageException">The table is not where it should be.</exception>
    public List<ElfVersionNeed> ReadNeeds(ulong? address, ulong count)
    {
        // Verneed: version 0, count 2, library 4, first 8, next 12; Vernaux: hash 0, flags 4, other 6, name 8, next 12.
        var needs = new List<ElfVersionNeed>();
        Span<byte> bytes = stackalloc byte[16];
        foreach (var at in Chain(address, count, nextOffset: 12))
        {
            var entry = ReadAt(at, bytes);
            var (versions, library) = (entry.Half(2), strings.Read(entry.Word(4), LongestName));
            foreach (var inner in Chain(at + entry.Word(8), versions, nextOffset: 12))
            {
                var version = ReadAt(inner, bytes);
                var isWeak = (version.Half(4) & 2) != 0; // VER_FLG_WEAK
                needs.Add(new ElfVersionNeed(library, strings.Read(version.Word(8), LongestName), isWeak));
            }
        }

        return needs;
    }

    /// <summary>The versions that the file defines.</summary>
    /// <param name="address">Of the table; null: there is none.</param>
    /// <param name="count">Of versions.</param>
    /// <exception cref="BinaryDamageException">The table is not where it should be.</exception>
    public HashSet<string>? ReadDefinitions(ulong? address, ulong count)
    {
        if (address is null)
        {
            return null;
        }

        // Verdef: version 0, flags 2, index 4, count 6, hash 8, first 12, next 16; the first Verdaux (name 0, next 4) is the version's own name.
        var versions = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> bytes = stackalloc byte[20];
        foreach (var at in Chain(address, count, nextOffset: 16))
        {
            var first = ReadAt(at, bytes).Word(12);
            var name = ReadAt(at + first, bytes[..8]);
            versions.Add(strings.Read(name.Word(0), LongestName));
        }

        return versions;
    }

    private IEnumerable<ulong> Chain(ulong? address, ulong count, int nextOffset)
    {
        var bytes = new byte[4];
        for (var at = address; at is { } place && count > 0; count--)
        {
            if (_read++ == MostVersions)
            {
                IsCutShort = true;
                yield break;
            }

            yield return place;
            var next = ReadAt(place + (ulong)nextOffset, bytes).Word(0);
            at = next == 0 || place + next < place ? null : place + next;
        }
    }

    private Fields ReadAt(ulong address, Span<byte> bytes)
    {
        if (segments.Map(address) is not { } place || place.Length < bytes.Length || source.Read(place.Offset, bytes) < bytes.Length)
        {
            throw new BinaryDamageException($"its table of symbol versions would be at address {address}, where nothing of the file is");
        }

        return new Fields(bytes, machine.IsLittle);
    }
}
