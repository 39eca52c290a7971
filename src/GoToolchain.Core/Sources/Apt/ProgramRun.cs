namespace GoToolchain.Sources.Apt;

/// <summary>What a program of the distribution did.</summary>
/// <param name="Program">Its name.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The lines of its standard output, unless somebody else took them.</param>
/// <param name="Errors">The lines of its standard error.</param>
internal sealed record ProgramRun(string Program, int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    /// <summary>Its errors and warnings: apt begins them with <c>E:</c> and <c>W:</c>, and goes on in indented lines.</summary>
    public IReadOnlyList<string> Problems { get; } = [.. Errors.Where(IsProblem)];

    /// <summary>Why it failed: one line, without passwords.</summary>
    public string Reason
    {
        get
        {
            var error = Problems.FirstOrDefault(p => p[0] == 'E' && !p.Contains("Some index files failed", StringComparison.Ordinal));
            var text = error ?? (Problems.Count > 0 ? Problems[0] : Errors.LastOrDefault(e => e.Trim().Length > 0));
            text = text?.Trim() ?? $"{Program} ended with exit code {ExitCode}.";
            return Redaction.WithoutPasswords(IsProblem(text) ? text[3..] : text);
        }
    }

    private static bool IsProblem(string line) =>
        line.StartsWith("E: ", StringComparison.Ordinal) || line.StartsWith("W: ", StringComparison.Ordinal);
}
