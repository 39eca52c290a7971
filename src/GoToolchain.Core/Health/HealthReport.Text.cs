using System.Text;
using GoToolchain.Health.Reports;

namespace GoToolchain;

public sealed partial record HealthReport
{
    /// <summary>The outcome in one sentence, for example <c>Go 1.24.4 in /usr/local/go is not healthy: 2 errors, 1 warning.</c></summary>
    public string Summary
    {
        get
        {
            var subject = Subject is { } go ? $"{(go.Version is { } version ? $"Go {version}" : "The Go")} in {go.Root}" : null;
            var counts = ReportWords.Counts(this);
            return subject is null ? "There is no Go to examine."
                : IsHealthy ? $"{subject} is healthy{(counts.Length > 0 ? $", with {counts}" : "")}."
                : $"{subject} is not healthy: {counts}.";
        }
    }

    /// <summary>The outcome, and a line for each finding: its code, cause, place and cure.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Summary);
        foreach (var finding in Findings)
        {
            text.Append('\n')
                .Append(ReportWords.Word(finding.Severity))
                .Append(' ')
                .Append(finding.Code.Id)
                .Append(": ")
                .Append(finding.Cause);
            if (finding.Place is { } place && !finding.Cause.Contains(place, StringComparison.Ordinal))
            {
                text.Append(" [").Append(place).Append(']');
            }

            text.Append(" Cure: ").Append(finding.Cure);
        }

        return text.ToString();
    }
}
