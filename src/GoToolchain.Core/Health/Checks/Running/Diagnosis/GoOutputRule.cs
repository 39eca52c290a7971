using System.Text.RegularExpressions;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>What one message of <c>go</c> or its tools means.</summary>
/// <param name="Source">Where the message is made, in Go's repository.</param>
/// <param name="Pattern">The message. <c>^</c> and <c>$</c> are the ends of a line; takes linear time whatever the text is.</param>
/// <param name="Explain">Names the cause; null when it turns out not to be this one.</param>
internal sealed record GoOutputRule(string Source, Regex Pattern, Func<Match, GoFailure, HealthFinding?> Explain)
{
    /// <summary>Makes one.</summary>
    /// <param name="source">Where the message is made.</param>
    /// <param name="pattern">The message.</param>
    /// <param name="explain">Names the cause.</param>
    public static GoOutputRule Of(string source, string pattern, Func<Match, GoFailure, HealthFinding?> explain) =>
        new(source, new Regex(pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), explain);
}
