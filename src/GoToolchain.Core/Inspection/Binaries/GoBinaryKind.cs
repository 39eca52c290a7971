namespace GoToolchain;

/// <summary>What a binary file is for, as its headers say.</summary>
public enum GoBinaryKind
{
    /// <summary>Something else: an object file, a core dump, debug information.</summary>
    Other,

    /// <summary>A program that is loaded to a fixed address (<c>-buildmode=exe</c>).</summary>
    Program,

    /// <summary>A program that is loaded to any address (<c>-buildmode=pie</c>, and Go's default for Windows and macOS).</summary>
    PositionIndependentProgram,

    /// <summary>A library that is loaded by others (<c>-buildmode=c-shared</c>, <c>plugin</c>, <c>shared</c>).</summary>
    SharedLibrary,
}
