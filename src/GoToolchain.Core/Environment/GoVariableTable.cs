using System.Globalization;

namespace GoToolchain.Environments;

/// <summary>
/// The variables that Go 1.16 to 1.27 know: internal/cfg (<c>KnownEnv</c>), cmd/go/internal/envcmd (<c>MkEnv</c>) and <c>go help environment</c>
/// of each of these versions.
/// </summary>
internal static class GoVariableTable
{
    private const int Newest = 27;
    private const int Oldest = 16;

    /// <summary>All, ordered by name.</summary>
    public static IReadOnlyList<GoVariableFacts> All { get; } =
    [
        new("AR", Oldest, "the archiver for cgo libraries built by gccgo"),
        new("CC", Oldest, "the C compiler for cgo"),
        .. CgoFlags("CFLAGS", "flags for the C compiler"),
        .. CgoFlags("CPPFLAGS", "flags for the C preprocessor"),
        .. CgoFlags("CXXFLAGS", "flags for the C++ compiler"),
        new("CGO_ENABLED", Oldest, "1: cgo is used, 0: packages with C code are left out"),
        .. CgoFlags("FFLAGS", "flags for the Fortran compiler"),
        .. CgoFlags("LDFLAGS", "flags for the C linker"),
        new("CXX", Oldest, "the C++ compiler for cgo"),
        new("FC", Oldest, "the Fortran compiler for cgo") { ListedSince = null },
        new("GCCGO", Oldest, "the gccgo of `go build -compiler=gccgo`"),
        new("GO111MODULE", Oldest, "off: packages are looked for in GOPATH, not in modules"),
        new("GO386", Oldest, "floating point on 386: sse2 or softfloat") { Architecture = "386" },
        new("GOAMD64", 18, "the amd64 level to compile for: v1 to v4") { Architecture = "amd64" },
        new("GOARCH", Oldest, "the architecture to compile for"),
        new("GOARM", Oldest, "the ARM version to compile for: 5, 6 or 7") { Architecture = "arm" },
        new("GOARM64", 23, "the ARM64 version to compile for: v8.0 to v9.5") { Architecture = "arm64" },
        new("GOAUTH", 24, "how to authenticate for go-import and module proxies"),
        new("GOBIN", Oldest, "where `go install` puts programs"),
        new("GOCACHE", Oldest, "the build cache"),
        new("GOCACHEPROG", 21, "a program that implements the build cache") { ListedSince = 24 },
        new("GODEBUG", Oldest, "debugging switches of the runtime and library")
        {
            Storage = GoVariableStorage.ProcessOnly,
            ListedSince = 23,
        },
        new("GOENV", Oldest, "the user's file of settings, or off") { Storage = GoVariableStorage.ProcessOnly },
        Computed("GOEXE", "what programs end with"),
        new("GOEXPERIMENT", 17, "experiments of the toolchain"),
        new("GOFIPS140", 24, "the FIPS 140 mode of the cryptography"),
        new("GOFLAGS", Oldest, "flags for every go command"),
        Computed("GOGCCFLAGS", "the flags that the C compiler gets"),
        Computed("GOHOSTARCH", "the architecture of Go itself"),
        Computed("GOHOSTOS", "the system of Go itself"),
        new("GOINSECURE", Oldest, "modules that may be fetched insecurely"),
        new("GOMIPS", Oldest, "floating point on mips: hardfloat or softfloat") { Architecture = "mips" },
        new("GOMIPS64", Oldest, "floating point on mips64: hardfloat or softfloat") { Architecture = "mips64" },
        Computed("GOMOD", "the go.mod of the current directory"),
        new("GOMODCACHE", Oldest, "the module cache"),
        new("GONOPROXY", Oldest, "modules that are not fetched through a proxy"),
        new("GONOSUMDB", Oldest, "modules that are not checked against the checksum database"),
        new("GOOS", Oldest, "the system to compile for"),
        new("GOPACKAGESDRIVER", 27, "a program that finds packages for tools") { Storage = GoVariableStorage.ProcessOnly },
        new("GOPATH", Oldest, "the workspace: module cache, and programs without GOBIN"),
        new("GOPPC64", Oldest, "the POWER version to compile for: power8 to power10") { Architecture = "ppc64" },
        new("GOPRIVATE", Oldest, "modules that are private: the default of GONOPROXY and GONOSUMDB"),
        new("GOPROXY", Oldest, "the module proxies"),
        new("GORISCV64", 23, "the RISC-V profile to compile for: rva20u64 to rva23u64") { Architecture = "riscv64" },
        Computed("GOROOT", "the Go tree"),
        new("GOSUMDB", Oldest, "the checksum database"),
        Computed("GOTELEMETRY", "the mode of Go's telemetry") with
        {
            Since = 23,
            ListedSince = 23,
        },
        Computed("GOTELEMETRYDIR", "the directory of Go's telemetry") with
        {
            Since = 23,
            ListedSince = 23,
        },
        new("GOTMPDIR", Oldest, "where Go builds and runs temporary programs"),
        new("GOTOOLCHAIN", 21, "the toolchain to switch to"),
        Computed("GOTOOLDIR", "the directory of the compiler and its kin"),
        new("GOVCS", Oldest, "the version control systems that may be used"),
        Computed("GOVERSION", "the version of Go itself"),
        new("GOWASM", Oldest, "features of WebAssembly to use") { Architecture = "wasm" },
        Computed("GOWORK", "the go.work that is used, or off") with
        {
            Since = 18,
            ListedSince = 18,
        },
        new("GO_EXTLINK_ENABLED", Oldest, "1: link with the C linker when cgo is used") { ListedSince = null },
        new("PKG_CONFIG", Oldest, "the pkg-config for cgo"),
    ];

    private static readonly Dictionary<string, GoVariableFacts> s_byName = All.ToDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>The facts of a variable; null when no Go knows it.</summary>
    /// <param name="name">Its name.</param>
    public static GoVariableFacts? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The minor number of a Go: 24 of 1.24.4. A development version, and none, count as the newest.</summary>
    /// <param name="version">The version.</param>
    public static int Minor(GoVersion? version) =>
        version is { IsDevel: false } && int.TryParse(version.Minor, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : Newest;

    private static GoVariableFacts Computed(string name, string meaning) =>
        new(name, Oldest, meaning) { Storage = GoVariableStorage.Computed };

    private static IEnumerable<GoVariableFacts> CgoFlags(string kind, string meaning) =>
        [
            new($"CGO_{kind}", Oldest, meaning),
            new($"CGO_{kind}_ALLOW", Oldest, $"a pattern of further {meaning} that packages may ask for") { ListedSince = null },
            new($"CGO_{kind}_DISALLOW", Oldest, $"a pattern of {meaning} that packages may not ask for") { ListedSince = null },
        ];
}
