namespace GoToolchain;

/// <summary>The codes of inspection and health.</summary>
public static partial class GoErrorCodes
{
    /// <summary>The file that <c>inspect</c> is asked about does not exist, or is no regular file.</summary>
    public static GoErrorCode FileNotInspectable { get; } = new("GOTC6003", 2, "No file to inspect");

    /// <summary>A program cannot be run traced: neither a tracer nor the loader's own messages can be had for it.</summary>
    public static GoErrorCode TraceNotPossible { get; } = new("GOTC6004", 3, "Program cannot be traced");

    /// <summary>The file that <c>inspect</c> is asked about may not be read by this user.</summary>
    public static GoErrorCode FileNotReadable { get; } = new("GOTC6005", 7, "File may not be read");

    /// <summary>The file is neither a program nor a shared library of a known format, or its headers contradict its content.</summary>
    public static GoErrorCode NotAProgram { get; } = new("GOTC6006", 1, "Not a program or library");

    /// <summary>No directory for temporary files can be written.</summary>
    public static GoErrorCode NoScratchPlace { get; } = new("GOTC6007", 7, "No place for temporary files");

    /// <summary>A repair that <c>doctor --fix</c> tried could not be made; everything is as it was.</summary>
    public static GoErrorCode FixFailed { get; } = new("GOTC6008", 3, "Finding could not be fixed");

    /// <summary>The directory that should be GOROOT does not exist.</summary>
    public static GoErrorCode RootMissing { get; } = new("GOTC6101", 2, "GOROOT does not exist");

    /// <summary>GOROOT, or the place in which Go is looked for, is a link whose target does not exist.</summary>
    public static GoErrorCode RootDangling { get; } = new("GOTC6102", 2, "GOROOT is a link that leads nowhere");

    /// <summary>GOROOT is there, but this user may not read it.</summary>
    public static GoErrorCode RootUnreadable { get; } = new("GOTC6103", 1, "GOROOT may not be read");

    /// <summary>What is called <c>go</c> is gccgo, or a shim or launcher of a version manager.</summary>
    public static GoErrorCode NotGoDistribution { get; } = new("GOTC6104", 1, "Not the Go distribution");

    /// <summary>A file or directory that this version of Go comes with is missing.</summary>
    public static GoErrorCode PartMissing { get; } = new("GOTC6105", 1, "Part of GOROOT missing");

    /// <summary>A file of GOROOT is empty, cut short, or not of the type that it should be.</summary>
    public static GoErrorCode FileDamaged { get; } = new("GOTC6106", 1, "File of GOROOT damaged");

    /// <summary>A program of GOROOT has lost its permission to be executed.</summary>
    public static GoErrorCode NotExecutable { get; } = new("GOTC6107", 1, "Tool not executable");

    /// <summary>GOROOT holds parts of more than one version, as when one archive is unpacked over another.</summary>
    public static GoErrorCode VersionsMixed { get; } = new("GOTC6108", 1, "Parts of two versions");

    /// <summary>GOROOT, or a program in it, is for another operating system or architecture.</summary>
    public static GoErrorCode WrongPlatform { get; } = new("GOTC6109", 1, "Go for another platform");

    /// <summary>The file VERSION is missing, damaged, or does not name the version of the programs beside it.</summary>
    public static GoErrorCode VersionFileWrong { get; } = new("GOTC6110", 1, "VERSION file wrong");

    /// <summary>The file go.env of GOROOT, with Go's defaults, is missing or damaged.</summary>
    public static GoErrorCode DefaultsDamaged { get; } = new("GOTC6111", 1, "GOROOT/go.env wrong");

    /// <summary>A file of GOROOT is not the one that was installed.</summary>
    public static GoErrorCode ContentDiffers { get; } = new("GOTC6112", 1, "Content differs");

    /// <summary>The variable GOROOT, in the environment or in the go/env file, names a directory that does not exist or holds no Go.</summary>
    public static GoErrorCode RootVariableWrong { get; } = new("GOTC6201", 2, "GOROOT set to nowhere");

    /// <summary>The variable GOROOT names the tree of another Go than the one that runs.</summary>
    public static GoErrorCode RootVariableForeign { get; } = new("GOTC6202", 1, "GOROOT of another Go");

    /// <summary>The user's go/env file cannot be read, or holds lines that Go does not understand.</summary>
    public static GoErrorCode UserFileDamaged { get; } = new("GOTC6203", 1, "go/env file damaged");

    /// <summary>GOFLAGS holds something that Go refuses, so that every command fails.</summary>
    public static GoErrorCode InvalidFlags { get; } = new("GOTC6204", 1, "GOFLAGS not valid");

    /// <summary>GOFLAGS runs every compiler through another program (<c>-toolexec</c>) or replaces files of the build (<c>-overlay</c>).</summary>
    public static GoErrorCode CompilerHijacked { get; } = new("GOTC6205", 1, "Compiler replaced");

    /// <summary>GOTOOLCHAIN names something that is no toolchain, or one that cannot be had.</summary>
    public static GoErrorCode InvalidToolchainVariable { get; } = new("GOTC6206", 1, "GOTOOLCHAIN not valid");

    /// <summary>GOSUMDB names no checksum database that Go knows.</summary>
    public static GoErrorCode InvalidChecksumDatabase { get; } = new("GOTC6207", 1, "GOSUMDB not valid");

    /// <summary>GOPROXY is no list of module proxies.</summary>
    public static GoErrorCode InvalidModuleProxy { get; } = new("GOTC6208", 1, "GOPROXY not valid");

    /// <summary>GOOS or GOARCH, set for good, make every build one for another platform.</summary>
    public static GoErrorCode ForeignTarget { get; } = new("GOTC6209", 1, "Builds for another platform");

    /// <summary>A variable of Go has a value with which Go does not work.</summary>
    public static GoErrorCode InvalidVariable { get; } = new("GOTC6210", 1, "Variable not valid");

    /// <summary>The C compiler that is named does not exist.</summary>
    public static GoErrorCode CompilerMissing { get; } = new("GOTC6211", 1, "C compiler not found");

    /// <summary>A start-up file of the shell sets a variable of Go to a directory that does not exist.</summary>
    public static GoErrorCode StartFileWrong { get; } = new("GOTC6212", 1, "Start-up file points nowhere");

    /// <summary>LD_LIBRARY_PATH names directories that do not exist, or libraries that hide the right ones.</summary>
    public static GoErrorCode LibraryPathWrong { get; } = new("GOTC6213", 1, "LD_LIBRARY_PATH wrong");

    /// <summary>The shell runs another file than the one that is meant, for it comes earlier on PATH.</summary>
    public static GoErrorCode CommandShadowed { get; } = new("GOTC6301", 1, "Command shadowed");

    /// <summary>An entry of PATH does not exist, is relative or empty, or the directory of installed programs is not on PATH.</summary>
    public static GoErrorCode SearchPathWrong { get; } = new("GOTC6302", 1, "PATH entry wrong");

    /// <summary>A directory that Go writes to cannot be written by this user.</summary>
    public static GoErrorCode PlaceNotWritable { get; } = new("GOTC6303", 1, "Directory not writable");

    /// <summary>Programs in a directory in which Go builds and runs them may not be executed (noexec).</summary>
    public static GoErrorCode PlaceNotExecutable { get; } = new("GOTC6304", 1, "Programs may not run there");

    /// <summary>A directory that Go writes to has no space, or the user's quota is used up.</summary>
    public static GoErrorCode NoSpaceLeft { get; } = new("GOTC6305", 1, "No space left");

    /// <summary>The <c>go</c> command starts, but does not do its work.</summary>
    public static GoErrorCode GoDoesNotRun { get; } = new("GOTC6401", 1, "go does not run");

    /// <summary>VERSION, <c>go version</c> and the runtime of a program that was just built do not say the same.</summary>
    public static GoErrorCode VersionsDisagree { get; } = new("GOTC6402", 1, "Versions disagree");

    /// <summary>A small program does not compile or link.</summary>
    public static GoErrorCode ProgramNotBuilt { get; } = new("GOTC6403", 1, "Program does not build");

    /// <summary>A small program was built, but does not do what it says.</summary>
    public static GoErrorCode ProgramFails { get; } = new("GOTC6404", 1, "Program does not run");

    /// <summary>A package of the standard library does not compile.</summary>
    public static GoErrorCode LibraryBroken { get; } = new("GOTC6405", 1, "Standard library does not compile");

    /// <summary>The C compiler is there, but cannot compile or link a small program.</summary>
    public static GoErrorCode CCompilerBroken { get; } = new("GOTC6406", 1, "C compiler does not work");

    /// <summary>A small program with C code does not build or run, though the C compiler works.</summary>
    public static GoErrorCode CgoBroken { get; } = new("GOTC6407", 1, "cgo does not work");

    /// <summary>Module settings keep Go from resolving or downloading modules.</summary>
    public static GoErrorCode ModulesBroken { get; } = new("GOTC6408", 1, "Module settings do not work");

    /// <summary><c>go vet</c> fails on a correct program.</summary>
    public static GoErrorCode VetBroken { get; } = new("GOTC6409", 1, "go vet does not work");

    /// <summary><c>go test std</c> does not build or run the test programs of the standard library.</summary>
    public static GoErrorCode LibraryTestsFail { get; } = new("GOTC6410", 1, "Standard library test programs do not build");

    /// <summary><c>go list</c> finds the runtime package outside GOROOT.</summary>
    public static GoErrorCode ForeignLibrary { get; } = new("GOTC6411", 1, "Packages from elsewhere");

    private static IReadOnlyList<GoErrorCode> Health =>
        [
            FileNotInspectable,
            TraceNotPossible,
            FileNotReadable,
            NotAProgram,
            NoScratchPlace,
            FixFailed,
            RootMissing,
            RootDangling,
            RootUnreadable,
            NotGoDistribution,
            PartMissing,
            FileDamaged,
            NotExecutable,
            VersionsMixed,
            WrongPlatform,
            VersionFileWrong,
            DefaultsDamaged,
            ContentDiffers,
            RootVariableWrong,
            RootVariableForeign,
            UserFileDamaged,
            InvalidFlags,
            CompilerHijacked,
            InvalidToolchainVariable,
            InvalidChecksumDatabase,
            InvalidModuleProxy,
            ForeignTarget,
            InvalidVariable,
            CompilerMissing,
            StartFileWrong,
            LibraryPathWrong,
            CommandShadowed,
            SearchPathWrong,
            PlaceNotWritable,
            PlaceNotExecutable,
            NoSpaceLeft,
            GoDoesNotRun,
            VersionsDisagree,
            ProgramNotBuilt,
            ProgramFails,
            LibraryBroken,
            CCompilerBroken,
            CgoBroken,
            ModulesBroken,
            VetBroken,
            LibraryTestsFail,
            ForeignLibrary,
        ];
}
