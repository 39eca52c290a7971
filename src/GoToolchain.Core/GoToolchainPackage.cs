namespace GoToolchain;

/// <summary>A NuGet package with a Go toolchain in it, for the source <c>nuget</c>.</summary>
/// <param name="File">Where it is: absolute.</param>
/// <param name="Id">Its id: <c>GoToolchain.Go.linux-amd64</c>.</param>
/// <param name="Version">Its version for NuGet: <c>1.25.0-rc.1</c> for Go 1.25rc1.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="IsReleased">It holds the archive that Go released, so that a lock file can pin it; false: one made from the installed tree.</param>
public sealed record GoToolchainPackage(string File, string Id, string Version, long Size, bool IsReleased);
