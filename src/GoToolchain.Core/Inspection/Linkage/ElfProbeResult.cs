using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>What is at a path, for a loader.</summary>
/// <param name="Outcome">Whether it can be loaded.</param>
/// <param name="Links">What its headers say, when it can be.</param>
/// <param name="Detail">Why it cannot be, as the end of a sentence.</param>
internal sealed record ElfProbeResult(ElfProbeOutcome Outcome, ElfLinks? Links = null, string Detail = "");
