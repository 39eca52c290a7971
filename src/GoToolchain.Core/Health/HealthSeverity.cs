namespace GoToolchain;

/// <summary>How bad a finding is.</summary>
public enum HealthSeverity
{
    /// <summary>Go works, but not as somebody will expect.</summary>
    Warning,

    /// <summary>Go, or a part of it, does not work or does something else than it should.</summary>
    Error,
}
