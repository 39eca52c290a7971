using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain;

/// <summary>
/// <c>gotoolchain.lock.json</c>: the exact archives that a project is built with. Where it is, nothing else is installed or used
/// (docs/lock-file.md). It is written by <see cref="GoToolchainManager.LockAsync"/>.
/// </summary>
/// <param name="File">Where it is: absolute.</param>
/// <param name="Toolchains">What it pins, by version and platform.</param>
public sealed record GoLockFile(string File, IReadOnlyList<GoLockedToolchain> Toolchains)
{
    /// <summary>The name of the file.</summary>
    public const string Name = "gotoolchain.lock.json";

    /// <summary>The newest pinned toolchain of a platform that fits.</summary>
    /// <param name="spec">What is wanted; null: any.</param>
    /// <param name="platform">The platform.</param>
    /// <returns>Null when the file pins none.</returns>
    public GoLockedToolchain? Find(GoVersionSpec? spec, GoPlatform platform)
    {
        // Somebody else's Go is never pinned.
        if (spec?.Kind is GoVersionSpecKind.System or GoVersionSpecKind.Path)
        {
            return null;
        }

        var offered = Toolchains.Where(t => t.Platform == platform).ToList();
        var version =
            spec is null ? offered.Select(t => t.Version).Max()
            : spec.Kind == GoVersionSpecKind.OldStable ? offered.Select(t => t.Version).Where(spec.Accepts).Max()
            : spec.Choose(offered.Select(t => t.Version));
        return offered.Find(t => t.Version == version);
    }

    /// <summary>The text of the file: the same for the same toolchains, with one fact to a line.</summary>
    public override string ToString() => LockFileText.Write(Toolchains);

    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: it cannot be read, or is none; with the line.</exception>
    internal static GoLockFile? Read(string file) =>
        ProjectText.Read(file) is { } text ? new GoLockFile(file, LockFileText.Parse(text, file)) : null;
}
