using GoToolchain.Sources;

namespace GoToolchain;

/// <summary>What a check did, and what it saw. Passwords in URLs are left out of its texts.</summary>
public sealed record HealthCheckResult
{
    /// <summary>A stable name, for example <c>tree.tools</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the <see cref="Id"/> before the first point: <c>tree</c>, …</summary>
    public string Area => Id.Split('.', 2)[0];

    /// <summary>What is checked, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The level from which on it is done.</summary>
    public required HealthLevel Level { get; init; }

    /// <summary>How it ended.</summary>
    public required HealthOutcome Outcome { get; init; }

    /// <summary>What was run or looked at, for example <c>go build -o hello .</c>; empty when it was not done.</summary>
    public string Ran
    {
        get;
        init => field = Redaction.WithoutPasswords(value);
    } = "";

    /// <summary>What should be seen.</summary>
    public string Expected
    {
        get;
        init => field = Redaction.WithoutPasswords(value);
    } = "";

    /// <summary>What was seen; why it was not done when it was not.</summary>
    public string Found
    {
        get;
        init => field = Redaction.WithoutPasswords(value);
    } = "";

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<HealthFinding> Findings { get; init; } = [];

    /// <summary>The checks whose failure kept this one from being done: their <see cref="Id"/>.</summary>
    public IReadOnlyList<string> BlockedBy { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
