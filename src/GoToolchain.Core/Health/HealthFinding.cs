using GoToolchain.Sources;

namespace GoToolchain;

/// <summary>Something that is wrong. Passwords in URLs are left out of its texts.</summary>
/// <param name="Code">The kind of damage; its page says more.</param>
/// <param name="Cause">What is wrong: one sentence that names the cause, not only the symptom.</param>
/// <param name="Cure">What to do: one sentence.</param>
public sealed record HealthFinding(GoErrorCode Code, string Cause, string Cure)
{
    /// <summary>What is wrong: one sentence that names the cause, not only the symptom.</summary>
    public string Cause
    {
        get;
        init => field = Redaction.WithoutPasswords(value);
    } = Redaction.WithoutPasswords(Cause);

    /// <summary>What to do: one sentence.</summary>
    public string Cure
    {
        get;
        init => field = Redaction.WithoutPasswords(value);
    } = Redaction.WithoutPasswords(Cure);

    /// <summary>How bad.</summary>
    public HealthSeverity Severity { get; init; } = HealthSeverity.Error;

    /// <summary>The file (with line), variable or command that it is about; null when the cause says it all.</summary>
    public string? Place
    {
        get;
        init => field = value is null ? null : Redaction.WithoutPasswords(value);
    }

    /// <summary>A repair that is safe to make at once; null when there is none.</summary>
    public HealthFix? Fix { get; init; }
}
