namespace GoToolchain;

/// <summary>What a finding about linkage means for who wants to run the file.</summary>
public enum LinkageSeverity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>It works today, or in part, and breaks easily.</summary>
    Warning,

    /// <summary>The file cannot be run or loaded like this.</summary>
    Error,
}
