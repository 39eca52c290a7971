namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>A library in <c>/etc/ld.so.cache</c>.</summary>
/// <param name="Flags">Kind and ABI.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Level">The hardware level that it is built for; null: every processor.</param>
internal readonly record struct LdSoCacheEntry(int Flags, string Path, string? Level);
