namespace GoToolchain.Store;

/// <summary>What a new file gets beside its content.</summary>
/// <param name="Mode">Unix permission bits; ignored on Windows.</param>
/// <param name="Time">Last write time. All files of a release have the same one.</param>
internal readonly record struct FileAttributesToSet(UnixFileMode Mode, DateTimeOffset Time)
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Runnable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>A release knows two modes, 0755 and 0644 (cmd/distpack/pack.go); whatever else an archive says becomes one of them.</summary>
    public static FileAttributesToSet Of(UnixFileMode mode, DateTimeOffset time) =>
        new((mode & UnixFileMode.UserExecute) != 0 ? Runnable : Plain, time);
}
