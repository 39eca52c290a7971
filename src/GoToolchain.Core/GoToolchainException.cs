using GoToolchain.Sources;

namespace GoToolchain;

/// <summary>
/// The one exception that the library throws for what a user, a machine or a server can cause. It always says what failed
/// (<see cref="Problem"/>), and where it helps: the place, and the next step. Anything else that escapes is a bug.
/// </summary>
public sealed class GoToolchainException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The kind of failure.</param>
    /// <param name="problem">What failed and why: one or two full sentences.</param>
    /// <param name="place">The file (with line), URL, variable or command that it is about.</param>
    /// <param name="nextStep">What the user can do: one full sentence.</param>
    /// <param name="inner">The exception that caused this one.</param>
    public GoToolchainException(GoErrorCode code, string problem, string? place = null, string? nextStep = null, Exception? inner = null)
        : base(Compose(problem, place, nextStep), inner)
    {
        ArgumentNullException.ThrowIfNull(code);
        Code = code;
        Problem = problem;
        Place = place;
        NextStep = nextStep;
        HelpLink = code.HelpLink.ToString();
    }

    /// <summary>The kind of failure.</summary>
    public GoErrorCode Code { get; }

    /// <summary>What failed and why.</summary>
    public string Problem { get; }

    /// <summary>The file, URL, variable or command that it is about; null when the problem says it all.</summary>
    public string? Place { get; }

    /// <summary>What the user can do; null when there is nothing sensible to say.</summary>
    public string? NextStep { get; }

    /// <summary>The places that were looked at in vain, each with the reason; empty when the failure is not about a choice.</summary>
    public IReadOnlyList<GoRejectedCandidate> Candidates { get; init; } = [];

    /// <summary>The sources that could not serve, each with the reason; empty when no source was asked.</summary>
    public IReadOnlyList<GoSourceFailure> Sources { get; init; } = [];

    /// <summary>One line for each thing that was tried: a candidate and why it will not do, a source and why it could not serve.</summary>
    public IReadOnlyList<string> Details =>
        [.. Candidates.Select(c => $"{c.Candidate.Root}: {c.Reason}"), .. Sources.Select(s => $"{s.Source}: {s.Reason}")];

    private static string Compose(string problem, string? place, string? nextStep)
    {
        var text = problem;
        if (place is not null && !problem.Contains(place, StringComparison.Ordinal))
        {
            text += $" [{place}]";
        }

        return nextStep is null ? text : $"{text} {nextStep}";
    }
}
