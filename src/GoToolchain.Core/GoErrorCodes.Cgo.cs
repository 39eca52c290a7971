namespace GoToolchain;

/// <summary>The codes of cgo and of builds for another platform.</summary>
public static partial class GoErrorCodes
{
    /// <summary>C code is to be compiled for this machine, and there is no C compiler.</summary>
    public static GoErrorCode NoCCompiler { get; } = new("GOTC4001", 1, "No C compiler");

    /// <summary>C code is to be compiled for another platform, and there is no C compiler for that.</summary>
    public static GoErrorCode NoCrossCompiler { get; } = new("GOTC4002", 1, "No C compiler for the target");

    /// <summary>The C compiler that is asked for (<c>CC</c>, <c>CXX</c>, <c>zig</c>) does not exist, may not be run, or cannot be understood.</summary>
    public static GoErrorCode NamedCompilerUnusable { get; } = new("GOTC4003", 1, "Named C compiler cannot be used");

    /// <summary>The C compiler that is asked for makes code for another platform than the target.</summary>
    public static GoErrorCode CompilerForOtherTarget { get; } = new("GOTC4004", 1, "C compiler for another target");

    /// <summary>Go makes no shared libraries (<c>-buildmode=c-shared</c>) for the target.</summary>
    public static GoErrorCode NoSharedLibraries { get; } = new("GOTC4005", 1, "No shared libraries for the target");

    /// <summary>A shared library for musl is asked for; no program could load it (golang/go#54805).</summary>
    public static GoErrorCode MuslSharedLibrary { get; } = new("GOTC4006", 1, "Shared library for musl");

    /// <summary>The version of Go in use has no port to the target.</summary>
    public static GoErrorCode NoPort { get; } = new("GOTC4007", 1, "Target unknown to this Go");

    /// <summary>The target needs a C compiler even for a program without C code, and cgo is off.</summary>
    public static GoErrorCode CgoRequired { get; } = new("GOTC4008", 1, "Target needs cgo");

    /// <summary>C code is to be compiled for a target for which Go has no cgo.</summary>
    public static GoErrorCode NoCgo { get; } = new("GOTC4009", 1, "Target without cgo");

    private static IReadOnlyList<GoErrorCode> Cgo =>
        [
            NoCCompiler,
            NoCrossCompiler,
            NamedCompilerUnusable,
            CompilerForOtherTarget,
            NoSharedLibraries,
            MuslSharedLibrary,
            NoPort,
            CgoRequired,
            NoCgo,
        ];
}
