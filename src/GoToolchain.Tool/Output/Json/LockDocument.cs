namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>lock</c>.</summary>
/// <param name="File">The lock file.</param>
/// <param name="Toolchains">What it pins.</param>
internal sealed record LockDocument(string File, IReadOnlyList<LockedMember> Toolchains) : ToolDocument
{
    public static LockDocument Of(GoLockFile locked) =>
        new(
            locked.File,
            [
                .. locked.Toolchains.Select(t => new LockedMember(
                    t.Version.ToString(),
                    t.Platform.ToString(),
                    t.FileName,
                    t.Size,
                    t.Digest.ToString()
                )),
            ]
        );
}

/// <summary>A pinned archive.</summary>
internal sealed record LockedMember(string Version, string Platform, string File, long Size, string Sha256);
