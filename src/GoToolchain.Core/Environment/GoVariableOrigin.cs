namespace GoToolchain;

/// <summary>Where the value of a Go variable comes from, strongest first.</summary>
public enum GoVariableOrigin
{
    /// <summary>The environment of the process.</summary>
    Process,

    /// <summary>The user's go/env file.</summary>
    UserFile,

    /// <summary>The file go.env of GOROOT, with Go's own defaults; from Go 1.21 on.</summary>
    RootFile,

    /// <summary>Nobody set it: Go's default, computed from other variables and from where Go lies.</summary>
    Default,
}
