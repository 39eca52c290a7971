namespace GoToolchain.Inspection.Binaries;

/// <summary>What a program or library is for those who run or load it; see the members of <see cref="GoBinaryFile"/>.</summary>
internal readonly record struct BinaryTraits(
    GoBinaryKind Kind,
    bool IsDynamic,
    string? Interpreter,
    bool HasSymbols,
    bool HasDebugInfo,
    bool? ExportsCgo = null,
    bool IsDotNet = false
);
