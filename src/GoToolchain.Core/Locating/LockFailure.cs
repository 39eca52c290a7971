namespace GoToolchain.Locating;

/// <summary>The words for a lock file that does not fit.</summary>
internal static class LockFailure
{
    public static GoToolchainException Drift(GoLockFile locked, GoVersionSpec? wanted, GoProject? project, GoPlatform platform)
    {
        var versions = locked.Toolchains.Where(t => t.Platform == platform).Select(t => t.Version.ToString()).Distinct().ToList();
        var says =
            project?.Spec is not null && project.Spec.Equals(wanted)
                ? $"{project.SpecPlace} asks for `{wanted}`"
                : $"`{wanted}` is asked for";
        var problem =
            versions.Count == 0
                ? $"The lock file pins no Go for {platform}; it has "
                    + (
                        locked.Toolchains.Count == 0
                            ? "none at all."
                            : $"{string.Join(", ", locked.Toolchains.Select(t => t.Platform).Distinct())}."
                    )
                : $"The lock file pins Go {string.Join(", ", versions)}, and {says}.";
        return new GoToolchainException(
            GoErrorCodes.LockDrift,
            problem,
            locked.File,
            $"Run `{Command(locked, wanted, project, platform, versions)}` to bring it up to date, and commit it."
        );
    }

    public static GoToolchainException Mismatch(GoLockFile locked, GoLockedToolchain pin, GoToolchainException cause) =>
        new(
            GoErrorCodes.LockMismatch,
            $"What is served as {pin.FileName} is not what the lock file {locked.File} pins ({pin.Size:N0} bytes, SHA-256 {pin.Digest}). {cause.Problem}",
            cause.Place,
            "Use another source. Only when you know why a release was replaced, pin the new one with `gotoolchain lock`.",
            cause
        );

    // What the project says needs no argument; a version that was asked for besides joins those that are pinned.
    private static string Command(
        GoLockFile locked,
        GoVersionSpec? wanted,
        GoProject? project,
        GoPlatform platform,
        IReadOnlyList<string> versions
    )
    {
        var platforms =
            versions.Count > 0
                ? ""
                : string.Concat(locked.Toolchains.Select(t => t.Platform).Append(platform).Distinct().Select(p => $" --platform {p}"));
        return wanted is null || wanted.Equals(project?.Spec) || wanted.Kind == GoVersionSpecKind.System
            ? $"gotoolchain lock{platforms}"
            : $"gotoolchain lock {string.Join(' ', versions.Append(wanted.Text).Select(Quoted))}{platforms}";
    }

    private static string Quoted(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? text : $"'{text}'";
}
