namespace GoToolchain;

/// <summary>Every failure that the library can report. Exit codes are those of the command line tool.</summary>
public static partial class GoErrorCodes
{
    /// <summary>Text that should be a Go version, version spec or platform is not one.</summary>
    public static GoErrorCode InvalidVersion { get; } = new("GOTC1001", 64, "Not a Go version");

    /// <summary>A project file (go.mod, gotoolchain.json, …) cannot be read or says something that makes no sense.</summary>
    public static GoErrorCode InvalidProjectFile { get; } = new("GOTC1002", 64, "Project file not understood");

    /// <summary>A setting (option, property, environment variable or file) has a value that is not allowed.</summary>
    public static GoErrorCode InvalidSetting { get; } = new("GOTC1003", 64, "Setting not understood");

    /// <summary>No Go on this machine fits, and none may be installed.</summary>
    public static GoErrorCode NotFound { get; } = new("GOTC1004", 2, "No Go found");

    /// <summary>The directory that was named as GOROOT is missing or holds no usable Go.</summary>
    public static GoErrorCode UnusableRoot { get; } = new("GOTC1005", 2, "Not a usable GOROOT");

    /// <summary>The command line of <c>gotoolchain</c> is not understood.</summary>
    public static GoErrorCode WrongUsage { get; } = new("GOTC1006", 64, "Wrong usage");

    /// <summary>The command that was to be run with a Go (<c>gotoolchain exec</c>) is not there, or cannot be started.</summary>
    public static GoErrorCode CommandNotStarted { get; } = new("GOTC1007", 2, "Command cannot be started");

    /// <summary>The answer of <c>gotoolchain</c>, or a report, cannot be written to where it was sent.</summary>
    public static GoErrorCode OutputNotWritable { get; } = new("GOTC1008", 7, "Output cannot be written");

    /// <summary>No source could serve the wanted version.</summary>
    public static GoErrorCode NoSource { get; } = new("GOTC2001", 4, "No source could serve it");

    /// <summary>A source cannot be reached, or answers with an error.</summary>
    public static GoErrorCode SourceUnavailable { get; } = new("GOTC2002", 4, "Source unavailable");

    /// <summary>A source answers, but not with what was asked for (a page instead of an index, broken JSON, …).</summary>
    public static GoErrorCode SourceMalformed { get; } = new("GOTC2003", 4, "Source sends something else");

    /// <summary>The bytes received do not have the expected SHA-256 or size.</summary>
    public static GoErrorCode DigestMismatch { get; } = new("GOTC2004", 5, "Digest does not match");

    /// <summary>The archive is damaged, or holds an entry that may not be unpacked.</summary>
    public static GoErrorCode ArchiveRefused { get; } = new("GOTC2005", 5, "Archive refused");

    /// <summary>What was unpacked is not the complete Go toolchain that was asked for.</summary>
    public static GoErrorCode IncompleteToolchain { get; } = new("GOTC2006", 5, "Unpacked tree is not the wanted toolchain");

    /// <summary>Another process holds the lock of the toolchain for longer than the time-out.</summary>
    public static GoErrorCode LockTimeout { get; } = new("GOTC2007", 6, "Lock not obtained in time");

    /// <summary>The store cannot be written: permission, space, read-only or a path that is in the way.</summary>
    public static GoErrorCode StoreNotWritable { get; } = new("GOTC2008", 7, "Store cannot be written");

    /// <summary>The toolchain cannot be removed, for it is in use or not ours.</summary>
    public static GoErrorCode CannotUninstall { get; } = new("GOTC2009", 7, "Toolchain cannot be removed");

    /// <summary>The settings forbid the network or downloads, and nothing local serves.</summary>
    public static GoErrorCode DownloadsForbidden { get; } = new("GOTC2010", 4, "Downloads are not allowed");

    /// <summary>The user, or the system, ended the work before it was done.</summary>
    public static GoErrorCode Cancelled { get; } = new("GOTC2011", 130, "Cancelled");

    /// <summary>The Go compiler reports an error in the source.</summary>
    public static GoErrorCode CompileError { get; } = new("GOTC3001", 1, "Go compile error");

    /// <summary><c>go build</c> failed for a reason without a place in a Go file (module, linker, toolchain).</summary>
    public static GoErrorCode BuildFailed { get; } = new("GOTC3002", 1, "go build failed");

    /// <summary>The go.mod file asks for a newer Go than the one in use.</summary>
    public static GoErrorCode GoTooOld { get; } = new("GOTC3003", 1, "Module needs a newer Go");

    /// <summary>An item of the project (<c>GoSidecar</c>, …) names a directory that cannot be built.</summary>
    public static GoErrorCode InvalidBuildItem { get; } = new("GOTC3004", 1, "Build item not understood");

    /// <summary>The tasks cannot run in this MSBuild.</summary>
    public static GoErrorCode UnsupportedMSBuild { get; } = new("GOTC3005", 1, "MSBuild of the .NET Framework");

    /// <summary>A build that only asks whether all is up to date (<c>-question</c>) found something that is not.</summary>
    public static GoErrorCode NotUpToDate { get; } = new("GOTC3050", 1, "Not up to date");

    /// <summary>The <c>go</c> command cannot be started.</summary>
    public static GoErrorCode CannotStart { get; } = new("GOTC6001", 3, "go cannot be started");

    /// <summary>A <c>go</c> command ran and ended with an exit code other than zero.</summary>
    public static GoErrorCode CommandFailed { get; } = new("GOTC6002", 1, "go command failed");

    /// <summary>A bug of GoToolchain.Net.</summary>
    public static GoErrorCode Internal { get; } = new("GOTC9001", 70, "Internal error");

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<GoErrorCode> All => s_all.Value;

    // Made when it is asked for: the properties of the other file are set only then.
    private static readonly Lazy<IReadOnlyList<GoErrorCode>> s_all = new(() =>
        [
            InvalidVersion,
            InvalidProjectFile,
            InvalidSetting,
            NotFound,
            UnusableRoot,
            WrongUsage,
            CommandNotStarted,
            OutputNotWritable,
            NoSource,
            SourceUnavailable,
            SourceMalformed,
            DigestMismatch,
            ArchiveRefused,
            IncompleteToolchain,
            LockTimeout,
            StoreNotWritable,
            CannotUninstall,
            DownloadsForbidden,
            Cancelled,
            .. Proofs,
            .. Obtaining,
            CompileError,
            BuildFailed,
            GoTooOld,
            InvalidBuildItem,
            UnsupportedMSBuild,
            .. Compiling,
            .. Running,
            NotUpToDate,
            .. Testing,
            .. TestFrameworks,
            .. Cgo,
            .. CompilingC,
            .. Interop,
            .. Bindings,
            .. Packing,
            CannotStart,
            CommandFailed,
            .. Health,
            .. Guarding,
            .. Recovery,
            .. Shells,
            .. Hosting,
            Internal,
        ]
    );
}
