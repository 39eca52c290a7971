using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>Turns what belongs together into one error or warning: go's own words, its code, its place, and below them what to do.</summary>
/// <param name="site">The build.</param>
internal sealed class ReportExplainer(GoBuildSite site)
{
    /// <summary>
    /// Explains reports. A full disk stops every package that is being built at that moment: those are one error, for it is one cause with one
    /// cure.
    /// </summary>
    public IEnumerable<GoDiagnostic> Explain(IEnumerable<GoReport> reports)
    {
        var causes = new Dictionary<FailureKind, GoReport>();
        var apart = new List<GoReport>();
        foreach (var report in reports)
        {
            var cause = report.IsWarning || report.FromVet ? null : KindOf(report);
            if (cause is null || !MachineFailures.All.Contains(cause) || causes.TryAdd(cause, report))
            {
                apart.Add(report);
            }
            else
            {
                causes[cause].Add(report.Text);
            }
        }

        return apart.Select(Explain);
    }

    private GoDiagnostic Explain(GoReport report)
    {
        if (report.IsWarning)
        {
            return At(report, GoErrorCodes.CWarning, OwnPlace(report), report.Text) with { IsWarning = true };
        }

        if (report.FromVet)
        {
            return At(report, GoErrorCodes.VetFinding, OwnPlace(report), report.Text);
        }

        var kind = KindOf(report);
        var own = OwnPlace(report);
        var place = kind?.Place(report, site);
        var text = Words(report);
        if (place is not null && report.Place is { } moved)
        {
            // The message is shown elsewhere than go says: then it says so itself.
            text = $"{moved.File}:{moved.Line}:{moved.Column}: {text}";
        }

        if (kind?.Cure(report, site) is { } cure)
        {
            text += "\nCure: " + cure;
        }

        var diagnostic = At(report, kind?.Code ?? CodeOf(report), place ?? own ?? LinkFailures.PlaceIn(report, site), text);
        return diagnostic with
        {
            SuspectsToolchain = kind?.SuspectsToolchain == true || (diagnostic.File is { } file && site.IsOfGo(file)),
        };
    }

    // A stack trace, and the explanation of all flags of a tool, may hold any words: there the first line decides.
    private static FailureKind? KindOf(GoReport report) =>
        LineShapes.IsCrash(report.Head) ? MachineFailures.Find(report.Head) ?? ToolchainFailures.Crash
        : LineShapes.IsUsage(report.Head) ? FailureKinds.Find(report.Head)
        : FailureKinds.Find(report);

    private static GoErrorCode CodeOf(GoReport report) =>
        report.Place is { IsModuleFile: true } ? GoErrorCodes.ModuleFileInvalid
        : report.Kind == ReportKind.C ? GoErrorCodes.CCompileError
        : report.Place is not null ? GoErrorCodes.CompileError
        : GoErrorCodes.BuildFailed;

    // An external linker is announced with the whole command line. What it says itself is what people look for, so that comes first.
    private static string Words(GoReport report)
    {
        if (!LineShapes.IsExternalLink(report.Head))
        {
            return report.Text;
        }

        var commands = report.More.TakeWhile(l => LinkCommand(l)).ToList();
        var said = report.More.Skip(commands.Count).ToList();
        return said.Count == 0 ? report.Text : string.Join('\n', [.. said, report.Head, .. commands]);
    }

    private static bool LinkCommand(string line) =>
        line.Contains(" -o ", StringComparison.Ordinal) && line.Contains("go.o", StringComparison.Ordinal);

    private FilePlace? OwnPlace(GoReport report) =>
        report.Place is { } place ? new FilePlace(site.Resolve(place.File), place.Line, place.Column) : null;

    private GoDiagnostic At(GoReport report, GoErrorCode code, FilePlace? place, string text)
    {
        var at = place ?? new FilePlace(site.ModuleFile);
        return new GoDiagnostic(code, text, at.File, at.Line, at.Column, report.Kind == ReportKind.C ? "c" : "go");
    }
}
