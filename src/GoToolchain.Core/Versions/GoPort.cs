namespace GoToolchain.Versions;

/// <summary>A platform that .NET has a runtime identifier for, as a port of Go.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Since">The minor version of Go that has it first; 0: all that count.</param>
/// <param name="Gone">The minor version that has it no longer; null: none.</param>
/// <param name="SharedSince">The minor version that makes shared libraries for it first; 0: all that count; null: none.</param>
/// <param name="NeedsExternalLinker">Programs without C code are linked by the C linker of the platform too.</param>
/// <param name="HasCgo">It can have C code.</param>
internal sealed record GoPort(GoPlatform Platform, int Since, int? Gone, int? SharedSince, bool NeedsExternalLinker, bool HasCgo);
