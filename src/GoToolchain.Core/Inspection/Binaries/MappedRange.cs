namespace GoToolchain.Inspection.Binaries;

/// <summary>A part of a file that is loaded to an address.</summary>
/// <param name="Address">Where it is loaded to.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Length">Bytes in the file.</param>
internal readonly record struct MappedRange(ulong Address, ulong Offset, ulong Length)
{
    /// <summary>Where an address is in the file, and how many bytes of this part follow from there.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Null when it is not in this part, or the part is not where a file can have it.</returns>
    public (long Offset, long Length)? Find(ulong address)
    {
        // Written so that no number can overflow, for all three come from the file.
        var distance = address - Address;
        return address < Address || distance >= Length || Offset > long.MaxValue || distance > long.MaxValue - Offset
            ? null
            : ((long)(Offset + distance), (long)Math.Min(Length - distance, long.MaxValue));
    }
}
