using System.Globalization;
using System.Numerics;

namespace GoToolchain.Inspection.Rules;

/// <summary>Some of the releases that were looked at: bit 0 is the oldest of <see cref="StandardLibrary.Releases"/>.</summary>
/// <param name="Bits">The set.</param>
internal readonly record struct ReleaseSet(uint Bits)
{
    /// <summary>Whether a release is among them.</summary>
    /// <param name="index">Its place in <see cref="StandardLibrary.Releases"/>.</param>
    public bool Has(int index) => (Bits >> index & 1) != 0;

    /// <summary>Whether one at or before a place is among them.</summary>
    /// <param name="index">Its place; -1: there is none before.</param>
    public bool HasUpTo(int index) => Bits != 0 && BitOperations.TrailingZeroCount(Bits) <= index;

    /// <summary>Those that both have.</summary>
    /// <param name="other">The other set.</param>
    public ReleaseSet And(ReleaseSet other) => new(Bits & other.Bits);

    /// <summary>Reads a set as the table writes it.</summary>
    /// <param name="text">Hexadecimal.</param>
    public static ReleaseSet Parse(string text) => new(uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
