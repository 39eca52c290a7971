namespace GoToolchain.Inspection.Binaries;

/// <summary>A header contradicts the file that it is in. Stays inside the readers, which turn it into <see cref="GoBinaryVerdict.Damaged"/>.</summary>
/// <param name="problem">Which header lies, and how: a sentence without its full stop.</param>
internal sealed class BinaryDamageException(string problem) : FormatException(problem);
