using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>Reads <see cref="ElfLinks"/>. What it allocates is bounded, whatever the headers say.</summary>
internal static class ElfLinksReader
{
    /// <summary>Names of libraries that are read from one file; real ones have some dozens.</summary>
    public const int MostNames = 4096;

    private const int MostEntries = 1 << 20;
    private const int LongestName = 4096;
    private const int LongestPathList = 1 << 16;
    private const ulong PieFlag = 0x08000000; // DF_1_PIE

    /// <summary>Reads a file.</summary>
    /// <exception cref="BinaryDamageException">It is no ELF file that a loader takes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ElfLinks Read(ByteSource source)
    {
        var identity = ElfIdentity.Read(source);
        if (identity.Type is not (2 or 3))
        {
            throw new BinaryDamageException($"it is an ELF file of type {identity.Type}, neither program nor library");
        }

        var segments = ElfSegments.Read(source, identity.Machine);
        var links = new ElfLinks
        {
            Machine = identity.Machine,
            IsProgram = identity.Type == 2,
            Interpreter = segments.ReadInterpreter(source),
        };
        return segments.Dynamic is { } dynamic ? ReadDynamic(source, segments, dynamic, links) : links;
    }

    private static ElfLinks ReadDynamic(ByteSource source, ElfSegments segments, MappedRange dynamic, ElfLinks links)
    {
        var machine = links.Machine;
        var entries = DynamicEntries.Read(source, dynamic, machine, MostEntries);
        var strings = entries.Strings(source, segments);
        var (flags, cut) = (entries.Value(DynamicTag.Flags1) ?? 0, entries.IsCutShort);
        var needed = Names(entries.Values(DynamicTag.Needed, DynamicTag.Filter), strings, ref cut);
        var auxiliary = Names(entries.Values(DynamicTag.Auxiliary), strings, ref cut);
        var versions = new ElfVersionTables(source, segments, machine, strings);
        var runPath = Text(DynamicTag.RunPath, LongestPathList);
        return links with
        {
            IsDynamic = true,
            IsProgram = links.IsProgram || (flags & PieFlag) != 0,
            Needed = needed,
            Auxiliary = auxiliary,
            Soname = Text(DynamicTag.Soname, LongestName),
            RPath = runPath is null ? Text(DynamicTag.RPath, LongestPathList) : null,
            RunPath = runPath,
            Flags1 = flags,
            VersionNeeds = versions.ReadNeeds(entries.Value(DynamicTag.VersionNeed), entries.Value(DynamicTag.VersionNeedCount) ?? 0),
            Versions = versions.ReadDefinitions(
                entries.Value(DynamicTag.VersionDefinition),
                entries.Value(DynamicTag.VersionDefinitionCount) ?? 0
            ),
            IsCutShort = cut || versions.IsCutShort,
        };

        string? Text(DynamicTag tag, int longest) => entries.Value(tag) is { } offset ? strings.Read(offset, longest) : null;
    }

    private static List<string> Names(IEnumerable<ulong> offsets, ElfStrings strings, ref bool cut)
    {
        var names = new List<string>();
        foreach (var offset in offsets)
        {
            if (names.Count == MostNames)
            {
                cut = true;
                break;
            }

            names.Add(strings.Read(offset, LongestName));
        }

        return names;
    }
}
