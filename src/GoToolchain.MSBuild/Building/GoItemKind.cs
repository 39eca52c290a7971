namespace GoToolchain.MSBuild.Building;

/// <summary>What an item of the project asks for.</summary>
internal enum GoItemKind
{
    /// <summary><c>GoSidecar</c>: an executable.</summary>
    Sidecar,

    /// <summary><c>GoSharedLibrary</c>: a C shared library (<c>-buildmode=c-shared</c>) for P/Invoke.</summary>
    SharedLibrary,
}
