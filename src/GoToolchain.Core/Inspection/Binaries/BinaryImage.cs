namespace GoToolchain.Inspection.Binaries;

/// <summary>A program or library, as its headers describe it.</summary>
/// <param name="source">Its bytes.</param>
internal abstract class BinaryImage(ByteSource source)
{
    /// <summary>The bytes of the file.</summary>
    public ByteSource Source => source;

    /// <summary>The format.</summary>
    public abstract ExecutableFormat Format { get; }

    /// <summary>GOARCH; null when Go has no port to the machine.</summary>
    public string? Arch { get; protected init; }

    /// <summary>GOOS, as far as the headers tell.</summary>
    public string? Os { get; protected set; }

    /// <summary>
    /// The addresses in which the linker puts the build information: a section of its own, or the first writable data; as in Go's
    /// debug/buildinfo, <c>DataStart</c>. Null when there is neither.
    /// </summary>
    public (ulong Address, ulong Size)? BuildInfoArea { get; protected set; }

    /// <summary>What is missing at the end of the file, as a sentence without its full stop; null when the headers find all that they name.</summary>
    public string? CutShort { get; private set; }

    /// <summary>What the file is for those who run it. Reads more of the file than the build information needs.</summary>
    public abstract BinaryTraits ReadTraits();

    /// <summary>Where an address is in the file.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The offset, and how many loaded bytes follow from there; null when nothing of the file is loaded there.</returns>
    public abstract (long Offset, long Length)? Map(ulong address);

    /// <summary>Reads loaded bytes.</summary>
    /// <param name="address">Where they are loaded to.</param>
    /// <param name="target">Where to put them.</param>
    /// <returns>How many there are.</returns>
    public int Read(ulong address, Span<byte> target) =>
        Map(address) is { } place ? source.Read(place.Offset, target[..(int)Math.Min(place.Length, target.Length)]) : 0;

    /// <summary>The file reaches to the end of something that a header names.</summary>
    /// <param name="offset">Where that begins.</param>
    /// <param name="size">How many bytes it has.</param>
    protected bool Holds(ulong offset, ulong size) =>
        size == 0 || (offset <= (ulong)source.Length && size <= (ulong)source.Length - offset);

    /// <summary>Notes that the file ends before something that a header names. The first such note is kept.</summary>
    /// <param name="offset">Where that begins.</param>
    /// <param name="size">How many bytes it has.</param>
    /// <param name="what">What it is: a noun with its article.</param>
    /// <param name="name">Its name in the file, where it has one.</param>
    protected void Miss(ulong offset, ulong size, string what, ReadOnlySpan<byte> name = default)
    {
        if (CutShort is null)
        {
            var named = name.IsEmpty ? what : $"{what} {Printable.Of(name)}";
            CutShort =
                $"{named} should have {size} bytes at offset {offset}, but the file ends at {source.Length}: it is cut short or damaged";
        }
    }
}
