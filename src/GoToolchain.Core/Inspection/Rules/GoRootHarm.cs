namespace GoToolchain.Inspection.Rules;

/// <summary>What comes of it when a part of a GOROOT is missing or damaged.</summary>
internal enum GoRootHarm
{
    /// <summary>A rare feature does not work, or something takes longer: a warning.</summary>
    Slight,

    /// <summary>One tool does not work; programs compile.</summary>
    Tool,

    /// <summary>Some programs do not compile, or an everyday command does not work.</summary>
    Part,

    /// <summary>Nothing can be compiled.</summary>
    Everything,
}
