namespace GoToolchain;

/// <summary>A stable link that leads to a toolchain of the store.</summary>
/// <param name="Path">The link: absolute.</param>
/// <param name="Toolchain">The name of the toolchain, such as <c>go1.24.4.linux-amd64</c>.</param>
public sealed record GoStableLink(string Path, string Toolchain);
