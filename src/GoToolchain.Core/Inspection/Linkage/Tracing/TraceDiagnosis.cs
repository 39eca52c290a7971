using GoToolchain.Inspection.Linkage.Diagnoses;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>What a run shows to be wrong, besides what the file shows already.</summary>
internal static class TraceDiagnosis
{
    // The exit code with which the GNU loader and musl's end a program that they cannot load.
    private const int LoaderGaveUp = 127;
    private const int MostFindings = 50;

    /// <summary>All findings, the worst first.</summary>
    public static IReadOnlyList<LinkageFinding> Of(
        LinkageReport report,
        IReadOnlyList<TracedProcess> processes,
        int? exitCode,
        HostMachine host
    )
    {
        var known = report.Findings.Select(f => f.Subject).ToHashSet(StringComparer.Ordinal);
        var missed = processes
            .SelectMany(p => p.Missed.Select(m => (Process: p, Miss: m)))
            .Where(m => !known.Contains(m.Miss.Name) && !report.Missing.Any(n => n.Need.Name == m.Miss.Name))
            .DistinctBy(m => (m.Process.Program, m.Miss.Name))
            .Take(MostFindings)
            .Select(m => Explain(m.Process, m.Miss, exitCode, host));
        return [.. report.Findings.Concat(missed).Concat(Plugins(processes)).OrderByDescending(f => f.Severity)];
    }

    private static LinkageFinding Explain(TracedProcess process, TracedMiss miss, int? exitCode, HostMachine host)
    {
        var tried = miss.Tried.Count == 1 ? miss.Tried[0] : $"{miss.Tried[0]} and {miss.Tried.Count - 1} more places";
        var severity = exitCode == LoaderGaveUp ? LinkageSeverity.Error : LinkageSeverity.Warning;
        return Gccgo.IsRuntime(miss.Name)
            ? Gccgo.Missing(process.Program, new LibraryNeed { Name = miss.Name }, host) with
            {
                Severity = severity,
            }
            : new LinkageFinding(
                miss.Reason == "EACCES" ? LinkageProblem.LibraryUnreadable : LinkageProblem.LibraryMissing,
                severity,
                $"{process.Program} looked for {miss.Name} while it ran and did not get it{(miss.Reason is null ? "" : $" ({miss.Reason})")}: tried were {tried}.",
                severity == LinkageSeverity.Error
                    ? LibraryPackages.Cure(host, miss.Name)
                    : $"If the program lacks something: {LibraryPackages.Cure(host, miss.Name)}",
                miss.Name
            );
    }

    private static IEnumerable<LinkageFinding> Plugins(IReadOnlyList<TracedProcess> processes)
    {
        foreach (var process in processes)
        {
            foreach (var library in process.Loaded.Where(l => !l.IsAtStart))
            {
                foreach (var finding in CheckPlugin(process.Program, library.Path))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<LinkageFinding> CheckPlugin(string program, string library)
    {
        try
        {
            return
                Path.IsPathFullyQualified(program)
                && Path.IsPathFullyQualified(library)
                && GoBinaryFile.Inspect(library).BuildMode == "plugin"
                ? GoLinkage.CheckPlugin(program, library)
                : [];
        }
        catch (GoToolchainException)
        {
            // Gone since it was loaded.
            return [];
        }
    }
}
