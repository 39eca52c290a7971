using GoToolchain.Inspection.Linkage.Diagnoses;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>What a run shows to be wrong, besides what the file shows already.</summary>
internal static class TraceDiagnosis
{
    // The exit code with which the GNU loader and musl's end a program that they cannot load.
    private const int LoaderGaveUp = 127;
    private const int MostFindings = 50;
    private const int MostNames = 8;

    /// <summary>All findings, the worst first.</summary>
    public static IReadOnlyList<LinkageFinding> Of(
        LinkageReport report,
        IReadOnlyList<TracedProcess> processes,
        int? exitCode,
        HostMachine host
    )
    {
        var known = report
            .Findings.Select(f => f.Subject)
            .Concat(report.Missing.Select(m => m.Need.Name))
            .ToHashSet(StringComparer.Ordinal);
        var missed = processes
            .DistinctBy(p => p.Program)
            .SelectMany(p => Explain(p, [.. p.Missed.Where(m => !known.Contains(m.Name) && !HasOtherVersion(p, m))], exitCode, host))
            .Take(MostFindings);
        return [.. report.Findings.Concat(missed).Concat(Plugins(processes)).OrderByDescending(f => f.Severity)];
    }

    // Programs that can do with several versions (libicuuc.so.74, .73, …) try one after the other.
    private static bool HasOtherVersion(TracedProcess process, TracedMiss miss) =>
        process.Loaded.Any(l => Stem(Path.GetFileName(l.Path)) == Stem(miss.Name));

    private static string Stem(string library) =>
        library.IndexOf(".so", StringComparison.Ordinal) is > 0 and var end ? library[..end] : library;

    private static IEnumerable<LinkageFinding> Explain(TracedProcess process, TracedMiss[] missed, int? exitCode, HostMachine host)
    {
        var severity = exitCode switch
        {
            0 => LinkageSeverity.Note,
            LoaderGaveUp => LinkageSeverity.Error,
            _ => LinkageSeverity.Warning,
        };
        foreach (var gccgo in missed.Where(m => Gccgo.IsRuntime(m.Name)))
        {
            yield return Gccgo.Missing(process.Program, new LibraryNeed { Name = gccgo.Name }, host) with
            {
                Severity = severity,
            };
        }

        var others = missed.Where(m => !Gccgo.IsRuntime(m.Name)).ToArray();
        if (others.Length == 0)
        {
            yield break;
        }

        // One finding for all of them: what a program tries and can do without is often long.
        var names = string.Join(", ", others.Take(MostNames).Select(m => m.Name));
        var more = others.Length > MostNames ? $" and {others.Length - MostNames} more" : "";
        var unreadable = others.Where(m => m.Reason == "EACCES").ToArray();
        yield return new LinkageFinding(
            unreadable.Length > 0 ? LinkageProblem.LibraryUnreadable : LinkageProblem.LibraryMissing,
            severity,
            $"{process.Program} looked for {names}{more} while it ran and did not get {(others.Length == 1 ? "it" : "them")}{Reason(unreadable)}.",
            severity == LinkageSeverity.Error || others.Length == 1
                ? $"{(severity == LinkageSeverity.Error ? "" : "If the program lacks something: ")}{LibraryPackages.Cure(host, others[0].Name)}"
                : "If the program lacks something, install the packages that have them.",
            names
        );
    }

    private static string Reason(TracedMiss[] unreadable) =>
        unreadable.Length == 0 ? "" : $": this user may not open {unreadable[0].Tried[^1]} (EACCES)";

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
