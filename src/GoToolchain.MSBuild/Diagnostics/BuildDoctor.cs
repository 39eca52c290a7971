namespace GoToolchain.MSBuild.Diagnostics;

/// <summary>
/// When go fails in a way that a damaged GOROOT explains, the doctor looks at it (its quick level starts no process and takes milliseconds), and
/// what it finds is said with the error: its cause, its code and its cure.
/// </summary>
internal static class BuildDoctor
{
    private const int MostFindings = 3;

    /// <summary>Adds what the doctor finds to the errors that a damaged toolchain would explain.</summary>
    /// <param name="diagnostics">What go said.</param>
    /// <param name="go">The Go that said it.</param>
    /// <param name="cancel">Ends the examination.</param>
    public static async Task<IReadOnlyList<GoDiagnostic>> ExplainAsync(
        IReadOnlyList<GoDiagnostic> diagnostics,
        GoInstallation go,
        CancellationToken cancel
    )
    {
        if (!diagnostics.Any(d => d.SuspectsToolchain))
        {
            return diagnostics;
        }

        var manager = new GoToolchainManager(new GoToolchainOptions { Host = go.Host, Root = go.Root });
        var health = await manager.CheckAsync(go, HealthLevel.Quick, cancel).ConfigureAwait(false);
        var findings = health.Findings.Where(f => f.Severity == HealthSeverity.Error).ToList();
        return [.. diagnostics.Select(d => d.SuspectsToolchain ? With(d, findings, go) : d)];
    }

    private static GoDiagnostic With(GoDiagnostic diagnostic, List<HealthFinding> findings, GoInstallation go)
    {
        if (findings.Count == 0)
        {
            return diagnostic.Code == GoErrorCodes.BuildToolchainDamaged
                ? diagnostic with
                {
                    Message =
                        $"{diagnostic.Message}\nThe doctor finds nothing wrong with {go.Root} at a glance. Cure: Run `gotoolchain doctor path:{go.Root}`, which looks closer.",
                }
                : diagnostic;
        }

        var sentences = findings.Take(MostFindings).Select(f => $"The doctor finds in {go.Root}: {f.Cause} ({f.Code}) Cure: {f.Cure}");
        return diagnostic with
        {
            Code = GoErrorCodes.BuildToolchainDamaged,
            Message = string.Join('\n', sentences.Prepend(WithoutCure(diagnostic.Message))),
        };
    }

    // What is wrong with the toolchain is the cause: advice about the code would only mislead.
    private static string WithoutCure(string message)
    {
        var cure = message.IndexOf("\nCure: ", StringComparison.Ordinal);
        return cure < 0 ? message : message[..cure];
    }
}
