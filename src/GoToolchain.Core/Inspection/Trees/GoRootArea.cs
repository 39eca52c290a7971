namespace GoToolchain.Inspection.Trees;

/// <summary>The parts into which an examination of a GOROOT is divided.</summary>
internal enum GoRootArea
{
    /// <summary><c>bin</c>.</summary>
    Commands,

    /// <summary><c>pkg/tool</c>.</summary>
    Tools,

    /// <summary><c>pkg/include</c>.</summary>
    Headers,

    /// <summary>The standard library: <c>src</c>, and its archives up to Go 1.19.</summary>
    Library,

    /// <summary>The file VERSION.</summary>
    Version,

    /// <summary>The file go.env.</summary>
    Defaults,

    /// <summary>All parts are of one version.</summary>
    Agreement,

    /// <summary>All parts are for one platform: this machine's.</summary>
    Platform,

    /// <summary>Nothing of another version was left there.</summary>
    Leftovers,

    /// <summary>What rare features need.</summary>
    Data,
}
