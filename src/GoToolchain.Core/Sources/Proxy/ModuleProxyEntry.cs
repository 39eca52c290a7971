namespace GoToolchain.Sources.Proxy;

/// <summary>One entry of <c>GOPROXY</c>.</summary>
/// <param name="Url">Its address; null: <c>off</c>.</param>
/// <param name="IsDirect">The word `direct` stands there, and the address is where it leads to for toolchains.</param>
/// <param name="FallsBackOnError">The next one is asked after any failure of this one, not only when it has no such file.</param>
internal sealed record ModuleProxyEntry(Uri? Url, bool IsDirect, bool FallsBackOnError);
