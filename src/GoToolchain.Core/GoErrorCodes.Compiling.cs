namespace GoToolchain;

/// <summary>The codes of what <c>go build</c>, and the C compiler and linker behind it, report.</summary>
public static partial class GoErrorCodes
{
    /// <summary><c>go vet</c> finds a suspicious construct.</summary>
    public static GoErrorCode VetFinding { get; } = new("GOTC3006", 1, "Finding of go vet");

    /// <summary>No module that go.mod requires has the package, or there is no such module or version.</summary>
    public static GoErrorCode ModuleNotFound { get; } = new("GOTC3007", 1, "Module not found");

    /// <summary>A module is needed that is not in the module cache, and cannot be fetched.</summary>
    public static GoErrorCode ModuleNotReachable { get; } = new("GOTC3008", 1, "Module cannot be fetched");

    /// <summary>go.sum has no checksum for a module that is needed.</summary>
    public static GoErrorCode SumEntryMissing { get; } = new("GOTC3009", 1, "go.sum entry missing");

    /// <summary>A module is not the one whose checksum is known.</summary>
    public static GoErrorCode ChecksumMismatch { get; } = new("GOTC3010", 1, "Checksum mismatch");

    /// <summary>The module that should have the package has no such directory, or the standard library has no such package.</summary>
    public static GoErrorCode PackageNotFound { get; } = new("GOTC3011", 1, "Package not found");

    /// <summary>Packages import one another in a circle.</summary>
    public static GoErrorCode ImportCycle { get; } = new("GOTC3012", 1, "Import cycle");

    /// <summary>A package is there, but may not be imported here: it is internal, a program, or its path is not valid.</summary>
    public static GoErrorCode ImportRefused { get; } = new("GOTC3013", 1, "Import not allowed");

    /// <summary>No file of the package is left for this platform, these tags and this cgo setting.</summary>
    public static GoErrorCode NoGoFiles { get; } = new("GOTC3014", 1, "No Go files to build");

    /// <summary>A <c>//go:embed</c> line names files that are not there or may not be embedded.</summary>
    public static GoErrorCode EmbedFailed { get; } = new("GOTC3015", 1, "Files cannot be embedded");

    /// <summary>The directory <c>vendor</c> does not fit go.mod.</summary>
    public static GoErrorCode VendorInconsistent { get; } = new("GOTC3016", 1, "vendor does not fit go.mod");

    /// <summary>go.mod, go.work or go.sum has a line that makes no sense, leads nowhere, or is out of date.</summary>
    public static GoErrorCode ModuleFileInvalid { get; } = new("GOTC3017", 1, "go.mod, go.work or go.sum not valid");

    /// <summary>A flag or setting of the build is refused: in the item, in GOFLAGS, or for this platform.</summary>
    public static GoErrorCode BuildFlagsRefused { get; } = new("GOTC3018", 1, "Build flags refused");

    /// <summary>Go's compiler or linker crashed.</summary>
    public static GoErrorCode CompilerCrashed { get; } = new("GOTC3019", 1, "Go compiler crashed");

    /// <summary>The system ended a compiler or linker, most often for lack of memory.</summary>
    public static GoErrorCode OutOfMemory { get; } = new("GOTC3020", 1, "Out of memory");

    /// <summary>A directory of the build (cache, temporary files, output) cannot be written.</summary>
    public static GoErrorCode BuildPlaceNotWritable { get; } = new("GOTC3021", 7, "Build directory not writable");

    /// <summary>No space is left for the files of the build.</summary>
    public static GoErrorCode DiskFull { get; } = new("GOTC3022", 7, "Disk full");

    /// <summary>Go's own linker cannot put the program together.</summary>
    public static GoErrorCode GoLinkFailed { get; } = new("GOTC3023", 1, "Go link error");

    /// <summary>The build fails in a way that a damaged GOROOT explains.</summary>
    public static GoErrorCode BuildToolchainDamaged { get; } = new("GOTC3024", 1, "Toolchain fails in the build");

    /// <summary>The version control system cannot say which commit is being built.</summary>
    public static GoErrorCode VersionControlFailed { get; } = new("GOTC3025", 1, "Version control not readable");

    /// <summary>The C compiler or the linker behind cgo warns.</summary>
    public static GoErrorCode CWarning { get; } = new("GOTC4010", 1, "Warning of the C compiler");

    /// <summary>The C compiler reports an error in C code of a package.</summary>
    public static GoErrorCode CCompileError { get; } = new("GOTC4011", 1, "C compile error");

    /// <summary>A header file that C code includes is not on this machine.</summary>
    public static GoErrorCode CHeaderMissing { get; } = new("GOTC4012", 1, "C header missing");

    /// <summary>cgo needs a C compiler, and the one that is named is not there.</summary>
    public static GoErrorCode CCompilerNotFound { get; } = new("GOTC4013", 1, "No C compiler for cgo");

    /// <summary>The linker of the C compiler cannot put the program together.</summary>
    public static GoErrorCode CLinkFailed { get; } = new("GOTC4014", 1, "Link error");

    /// <summary>A C library that a package names is not on this machine.</summary>
    public static GoErrorCode CLibraryMissing { get; } = new("GOTC4015", 1, "C library missing");

    /// <summary>cgo does not understand how Go code uses C.</summary>
    public static GoErrorCode CgoFailed { get; } = new("GOTC4016", 1, "cgo error");

    /// <summary>The C compiler makes code for another platform than the one that is built for.</summary>
    public static GoErrorCode CCompilerUnfit { get; } = new("GOTC4017", 1, "C compiler for another platform");

    private static IReadOnlyList<GoErrorCode> Compiling =>
        [
            VetFinding,
            ModuleNotFound,
            ModuleNotReachable,
            SumEntryMissing,
            ChecksumMismatch,
            PackageNotFound,
            ImportCycle,
            ImportRefused,
            NoGoFiles,
            EmbedFailed,
            VendorInconsistent,
            ModuleFileInvalid,
            BuildFlagsRefused,
            CompilerCrashed,
            OutOfMemory,
            BuildPlaceNotWritable,
            DiskFull,
            GoLinkFailed,
            BuildToolchainDamaged,
            VersionControlFailed,
        ];

    private static IReadOnlyList<GoErrorCode> CompilingC =>
        [CWarning, CCompileError, CHeaderMissing, CCompilerNotFound, CLinkFailed, CLibraryMissing, CgoFailed, CCompilerUnfit];
}
