namespace GoToolchain.Inspection.Rules;

/// <summary>What a part of a GOROOT is.</summary>
internal enum GoRootPartKind
{
    /// <summary>A program that people start: in <c>bin</c>.</summary>
    Command,

    /// <summary>A program that <c>go</c> starts: in <c>pkg/tool</c>.</summary>
    Tool,

    /// <summary>A header that assembly sources include.</summary>
    Header,

    /// <summary>A directory of sources.</summary>
    SourceDirectory,

    /// <summary>A source file.</summary>
    SourceFile,

    /// <summary>The file VERSION.</summary>
    VersionFile,

    /// <summary>The file go.env.</summary>
    DefaultsFile,

    /// <summary>A file that programs read when they are built or run.</summary>
    DataFile,

    /// <summary>A directory of files that are there for people, or to save time.</summary>
    ExtraDirectory,

    /// <summary>A file that is there for people.</summary>
    ExtraFile,
}
