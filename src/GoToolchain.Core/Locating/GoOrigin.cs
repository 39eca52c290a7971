namespace GoToolchain;

/// <summary>A kind of place in which a Go can be found, in the order in which they are looked at.</summary>
public enum GoOrigin
{
    /// <summary>The caller named the GOROOT (<see cref="GoToolchainOptions.Root"/>, <c>path:DIR</c>).</summary>
    Explicit,

    /// <summary>The environment variable <c>GOROOT</c>.</summary>
    GoRootVariable,

    /// <summary>Our store.</summary>
    Store,

    /// <summary>A <c>go</c> on <c>PATH</c>.</summary>
    SearchPath,

    /// <summary>Where the official installers and archives put it: <c>/usr/local/go</c>, <c>C:\Program Files\Go</c>.</summary>
    OfficialInstaller,

    /// <summary>A package of the distribution: <c>/usr/lib/go-1.N</c>.</summary>
    Distribution,

    /// <summary><c>golang.org/dl</c>: <c>~/sdk/goX</c>.</summary>
    GoDl,

    /// <summary>A directory in the user's home in which people unpack Go: <c>~/go-sdk</c>, <c>~/.local/go</c>, <c>~/go</c>.</summary>
    HomeDirectory,
}
