namespace GoToolchain.MSBuild.Building;

/// <summary>What an item of the project asks for.</summary>
internal enum GoItemKind
{
    /// <summary><c>GoSidecar</c>: an executable.</summary>
    Sidecar,

    /// <summary><c>GoSharedLibrary</c>: a C shared library (<c>-buildmode=c-shared</c>) for P/Invoke.</summary>
    SharedLibrary,

    /// <summary><c>GoTool</c>: a command that the build uses, for this machine.</summary>
    Tool,

    /// <summary><c>GoGenerate</c>: files that <c>go generate</c> makes.</summary>
    Generate,

    /// <summary><c>GoTest</c>: the tests of a module.</summary>
    Test,
}
