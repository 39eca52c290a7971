using GoToolchain.Versions;

namespace GoToolchain;

/// <summary>
/// What a build is for: a .NET runtime identifier and what it means to Go. It tells apart what <see cref="GoPlatform"/> does not, for Go's own code
/// is the same: the C library (<c>linux-musl-x64</c>) and the kind of 32-bit ARM.
/// </summary>
public sealed record GoTarget
{
    private GoTarget(string runtimeIdentifier, GoPlatform platform) => (RuntimeIdentifier, Platform) = (runtimeIdentifier, platform);

    /// <summary>The portable runtime identifier: <c>linux-x64</c>, for <c>ubuntu.24.04-x64</c> too; <c>linux/mips</c> where .NET has none.</summary>
    public string RuntimeIdentifier { get; }

    /// <summary>The platform in Go's words.</summary>
    public GoPlatform Platform { get; }

    /// <summary>Its C library is musl, as on Alpine.</summary>
    public bool IsMusl => RuntimeIdentifier.StartsWith("linux-musl-", StringComparison.Ordinal);

    /// <summary>
    /// GOARM: 7 for the ARM that .NET runs on, 6 for <c>armv6</c>, 5 (floating point in software) for <c>armel</c>; null for other processors.
    /// Go's own default depends on its version and on the machine that it was built on.
    /// </summary>
    public string? Arm =>
        Platform.Arch != "arm" ? null
        : RuntimeIdentifier.EndsWith("-armv6", StringComparison.Ordinal) ? "6"
        : RuntimeIdentifier.EndsWith("-armel", StringComparison.Ordinal) ? "5"
        : "7";

    /// <summary>The environment that makes <c>go</c> build for it: GOOS, GOARCH, and GOARM where that matters.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string> { ["GOOS"] = Platform.Os, ["GOARCH"] = Platform.Arch };
            if (Arm is not null)
            {
                variables["GOARM"] = Arm;
            }

            return variables;
        }
    }

    /// <summary>A target by its name in .NET.</summary>
    /// <param name="runtimeIdentifier">For example <c>win-arm64</c>, <c>linux-musl-x64</c>, <c>ubuntu.24.04-x64</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>: Go has no such platform.</exception>
    public static GoTarget FromRuntimeIdentifier(string runtimeIdentifier)
    {
        var platform = GoPlatform.FromRuntimeIdentifier(runtimeIdentifier);
        return new GoTarget(GoRuntimeIdentifiers.ToPortableRid(runtimeIdentifier) ?? platform.ToString(), platform);
    }

    /// <summary>The machine itself.</summary>
    /// <param name="host">The machine; its loaders tell which C library it has.</param>
    public static GoTarget Of(HostMachine host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var rid = host.Platform.RuntimeIdentifier;
        return new GoTarget(
            rid is not null && HostCLibrary.IsMusl(host)
                ? rid.Replace("linux-", "linux-musl-", StringComparison.Ordinal)
                : rid ?? host.Platform.ToString(),
            host.Platform
        );
    }

    /// <summary>Refuses a target that a version of Go has no port to.</summary>
    /// <param name="version">The Go that is to build.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoPort"/>, with the versions that have it.</exception>
    public void RequirePort(GoVersion version) => GoPorts.Require(this, version);

    /// <summary>
    /// Whether a program without C code needs the C compiler and linker of the target all the same (golang/go, internal/platform,
    /// <c>MustLinkExternal</c>): Android but for arm64, and iOS.
    /// </summary>
    public bool NeedsExternalLinker => GoPorts.Find(Platform)?.NeedsExternalLinker ?? false;

    /// <summary>Refuses a program without cgo where there is no such thing.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CgoRequired"/>.</exception>
    public void RequireNoExternalLinker()
    {
        if (NeedsExternalLinker)
        {
            throw new GoToolchainException(
                GoErrorCodes.CgoRequired,
                $"Go links programs for {RuntimeIdentifier} ({Platform}) with the C linker of that platform, even those without C code, and cgo is off.",
                nextStep: "Switch cgo on (CgoEnabled=true) and name a C compiler for the platform."
            );
        }
    }

    /// <summary>Refuses a shared library that cannot be built, or that no .NET program could load.</summary>
    /// <param name="version">The Go that is to build.</param>
    /// <param name="allowMusl">The user knows that such a library for musl does not load, and wants it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoPort"/>, <see cref="GoErrorCodes.NoSharedLibraries"/> or
    /// <see cref="GoErrorCodes.MuslSharedLibrary"/>.</exception>
    public void RequireSharedLibrary(GoVersion version, bool allowMusl = false) => GoPorts.RequireShared(this, version, allowMusl);

    /// <inheritdoc/>
    public override string ToString() => RuntimeIdentifier;
}
