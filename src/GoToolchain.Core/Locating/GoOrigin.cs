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

    /// <summary>Homebrew: <c>/opt/homebrew/opt/go/libexec</c>.</summary>
    Homebrew,

    /// <summary>MacPorts: <c>/opt/local/lib/go</c>.</summary>
    MacPorts,

    /// <summary>snap: <c>/snap/go/current</c>.</summary>
    Snap,

    /// <summary>Scoop: <c>~\scoop\apps\go\current</c>.</summary>
    Scoop,

    /// <summary>Go's own toolchain switching: <c>golang.org/toolchain@v0.0.1-goX.os-arch</c> in the module cache.</summary>
    ModuleCache,

    /// <summary>goenv: <c>~/.goenv/versions</c>.</summary>
    Goenv,

    /// <summary>gvm: <c>~/.gvm/gos</c>.</summary>
    Gvm,

    /// <summary>g of voidint: <c>~/.g/versions</c>.</summary>
    VoidintG,

    /// <summary>g of stefanmaric: <c>~/.go/.versions</c>.</summary>
    StefanmaricG,

    /// <summary>asdf: <c>~/.asdf/installs/golang</c>.</summary>
    Asdf,

    /// <summary>mise: <c>~/.local/share/mise/installs/go</c>.</summary>
    Mise,

    /// <summary>proto: <c>~/.proto/tools/go</c>.</summary>
    Proto,

    /// <summary>The tool cache of CI runners, which setup-go fills: <c>/opt/hostedtoolcache/go</c>.</summary>
    ToolCache,

    /// <summary>gimme: <c>~/.gimme/versions</c>.</summary>
    Gimme,

    /// <summary>mvn-golang: <c>~/.mvnGoLang</c>.</summary>
    MvnGolang,

    /// <summary>gogradle: <c>~/.gradle/go/binary</c>.</summary>
    Gogradle,

    /// <summary>pkgx: <c>~/.pkgx/go.dev</c>.</summary>
    Pkgx,

    /// <summary>hermit: <c>~/.cache/hermit/pkg</c>.</summary>
    Hermit,

    /// <summary>vfox: <c>~/.vfox/cache/golang</c>.</summary>
    Vfox,

    /// <summary>A profile of Nix: <c>~/.nix-profile</c>.</summary>
    Nix,

    /// <summary>A profile of Guix: <c>~/.guix-profile</c>.</summary>
    Guix,

    /// <summary>The active environment of Conda: <c>$CONDA_PREFIX/go</c>.</summary>
    Conda,

    /// <summary>Termux: <c>$PREFIX/lib/go</c>.</summary>
    Termux,

    /// <summary>Where an IDE puts a downloaded SDK: <c>~/go/goX</c>, <c>~/sdk/goX</c>.</summary>
    Ide,
}
