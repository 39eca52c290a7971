using GoToolchain.Environments;

namespace GoToolchain.Versions;

/// <summary>
/// Which Go has which port, and for which it makes shared libraries. Source: the tables of Go itself, <c>cgoEnabled</c> in
/// src/cmd/dist/build.go, and <c>BuildModeSupported</c> and <c>MustLinkExternal</c> in src/internal/platform/supported.go (up to 1.19:
/// src/cmd/internal/sys), of the releases 1.19 to 1.27; a test compares them with the trees that it can have. What changed in 1.20 and 1.21 is in
/// their release notes (https://go.dev/doc/go1.20, https://go.dev/doc/go1.21, both under Ports).
/// </summary>
internal static class GoPorts
{
    private static readonly Dictionary<GoPlatform, GoPort> s_all = Create().ToDictionary(p => p.Platform);

    /// <summary>All.</summary>
    public static IReadOnlyCollection<GoPort> All => s_all.Values;

    /// <summary>One.</summary>
    /// <param name="platform">Its platform.</param>
    /// <returns>Null: not in the table, about which nothing is said then.</returns>
    public static GoPort? Find(GoPlatform platform) => s_all.GetValueOrDefault(platform);

    /// <summary>Refuses a port that a version does not have.</summary>
    public static void Require(GoTarget target, GoVersion version)
    {
        if (Find(target.Platform) is not { } port)
        {
            return;
        }

        var minor = GoVariableTable.Minor(version);
        if (minor < port.Since)
        {
            throw NoPort(target, version, $"it came with Go 1.{port.Since}", $"Use Go 1.{port.Since} or newer.");
        }

        if (minor >= port.Gone)
        {
            throw NoPort(target, version, $"Go 1.{port.Gone} dropped it", $"Use Go 1.{port.Gone - 1} or older for it.");
        }
    }

    /// <summary>Refuses a port that has no cgo.</summary>
    public static void RequireCgo(GoTarget target)
    {
        if (Find(target.Platform) is { HasCgo: false })
        {
            throw new GoToolchainException(
                GoErrorCodes.NoCgo,
                $"Go has no cgo for {target.RuntimeIdentifier} ({target.Platform}): nothing with C code can be built for it.",
                nextStep: "Switch cgo off (CgoEnabled=false), or leave this platform out of the RuntimeIdentifiers of the item."
            );
        }
    }

    /// <summary>Refuses a shared library that cannot be built or used.</summary>
    public static void RequireShared(GoTarget target, GoVersion version, bool allowMusl)
    {
        Require(target, version);
        if (target.Platform.Arch == "wasm")
        {
            throw NoSharedLibrary(target, $"What Go makes for {target.RuntimeIdentifier} is no library that .NET could load.");
        }

        var port = Find(target.Platform);
        if (port?.SharedSince is not { } since)
        {
            throw NoSharedLibrary(target, $"Go makes no shared libraries for {target.RuntimeIdentifier} ({target.Platform}).");
        }

        if (GoVariableTable.Minor(version) < since)
        {
            throw new GoToolchainException(
                GoErrorCodes.NoSharedLibraries,
                $"Go {version} makes no shared libraries for {target.RuntimeIdentifier} ({target.Platform}); that came with Go 1.{since}.",
                nextStep: $"Use Go 1.{since} or newer, or build a GoSidecar."
            );
        }

        if (target.IsMusl && !allowMusl)
        {
            throw new GoToolchainException(
                GoErrorCodes.MuslSharedLibrary,
                $"A shared library of Go for {target.RuntimeIdentifier} would build, and no .NET program could load it: Go's runtime uses thread-local "
                    + "storage in a way that musl allows only at the start of a program (https://github.com/golang/go/issues/54805).",
                nextStep: "Build a GoSidecar, which runs on musl; to have the library all the same, set AllowMuslSharedLibrary to true."
            );
        }
    }

    private static GoToolchainException NoPort(GoTarget target, GoVersion version, string why, string nextStep) =>
        new(
            GoErrorCodes.NoPort,
            $"Go {version} cannot build for {target.RuntimeIdentifier} ({target.Platform}): {why}.",
            nextStep: nextStep
        );

    private static GoToolchainException NoSharedLibrary(GoTarget target, string problem) =>
        new(
            GoErrorCodes.NoSharedLibraries,
            problem,
            nextStep: target.Platform.Os is "ios" or "js" or "wasip1"
                ? "Leave this platform out of the RuntimeIdentifiers of the item."
                : "Build a GoSidecar, which needs none, or leave this platform out of the RuntimeIdentifiers of the item."
        );

    private static IEnumerable<GoPort> Create() =>
        [
            .. Of("windows", shared: 0, "amd64", "386", "arm64"),
            Of("windows", shared: null, "arm").Single() with
            {
                Gone = 26,
                HasCgo = false,
            },
            .. Of("linux", shared: 0, "amd64", "386", "arm64", "arm", "riscv64", "s390x", "ppc64le"),
            Of("linux", shared: 21, "loong64").Single() with
            {
                Since = 19,
            },
            .. Of("linux", shared: null, "mips64le"),
            .. Of("darwin", shared: 0, "amd64", "arm64"),
            .. Of("freebsd", shared: 0, "amd64"),
            .. Of("freebsd", shared: null, "386", "arm64", "arm"),
            .. Of("illumos", shared: null, "amd64"),
            .. Of("solaris", shared: null, "amd64"),
            .. Of("android", shared: 0, "arm64"),
            .. Of("android", shared: 0, "amd64", "386", "arm").Select(p => p with { NeedsExternalLinker = true }),
            // Not named by MustLinkExternal for amd64, but all programs for it are position-independent, and those are linked there.
            .. Of("ios", shared: null, "arm64", "amd64").Select(p => p with { NeedsExternalLinker = true }),
            Of("js", shared: null, "wasm").Single() with
            {
                HasCgo = false,
            },
            Of("wasip1", shared: 24, "wasm").Single() with
            {
                Since = 21,
                HasCgo = false,
            },
        ];

    private static IEnumerable<GoPort> Of(string os, int? shared, params string[] architectures) =>
        architectures.Select(arch => new GoPort(new GoPlatform(os, arch), 0, null, shared, NeedsExternalLinker: false, HasCgo: true));
}
