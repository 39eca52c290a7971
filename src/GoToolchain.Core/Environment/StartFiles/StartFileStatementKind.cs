namespace GoToolchain.Environments.StartFiles;

/// <summary>The kinds of <see cref="StartFileStatement"/>.</summary>
internal enum StartFileStatementKind
{
    /// <summary>Sets a variable.</summary>
    Set,

    /// <summary>Adds to a list such as PATH.</summary>
    Add,

    /// <summary>Removes a variable.</summary>
    Unset,

    /// <summary>Reads another file.</summary>
    Include,

    /// <summary>Runs something that sets variables.</summary>
    Run,
}
