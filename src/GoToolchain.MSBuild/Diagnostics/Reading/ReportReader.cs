using GoToolchain.MSBuild.Diagnostics.Explaining;

namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>
/// Puts lines together that are about one cause. The shapes are those of cmd/go (<c># package</c> headers, <c>go: …</c> lines, chains of imports),
/// cmd/compile and cmd/vet (<c>file:line:column: message</c>, continued with tabs), cgo, and of the C compilers and linkers behind it.
/// Every line ends up in a report or among the left-over ones, except those that only say what comes next.
/// </summary>
internal sealed class ReportReader
{
    private readonly List<GoReport> _reports = [];
    private readonly List<string> _rest = [];
    private readonly List<string> _prelude = [];
    private GoReport? _current;
    private string? _package;
    private string? _eventPackage;
    private bool _tool;
    private bool _vet;
    private int _blanks;

    private ReportReader() { }

    /// <summary>Reads everything that a run printed.</summary>
    /// <returns>The reports in order, and the lines that nobody understands.</returns>
    public static (IReadOnlyList<GoReport> Reports, IReadOnlyList<string> LeftOver) Read(IEnumerable<GoOutputLine> lines)
    {
        var reader = new ReportReader();
        foreach (var line in lines)
        {
            if (line.Package != reader._eventPackage)
            {
                reader.EnterPackage(line.Package, tool: false);
                reader._eventPackage = line.Package;
            }

            reader.Read(line.Text);
        }

        reader.End();
        return (reader._reports, reader._rest);
    }

    private void Read(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            // Part of a message when more of it follows.
            _blanks++;
        }
        else if (!ReadStructure(line) && !ReadContinuation(line) && !ReadPlaced(line))
        {
            ReadUnplaced(line);
        }
    }

    private bool ReadStructure(string line)
    {
        if (LineShapes.PackageOf(line) is { } package)
        {
            EnterPackage(package, tool: true);
        }
        else if (LineShapes.IsVetHeader(line))
        {
            End();
            _vet = true;
        }
        else if (LineShapes.IsPackageConfig(line))
        {
            Start(new GoReport(ReportKind.Whole, _package, line) { FromTool = true });
        }
        else if (LineShapes.IsProgress(line) || LineShapes.IsHeadline(line))
        {
            End();
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadContinuation(string line)
    {
        if (_prelude.Count > 0 && char.IsWhiteSpace(line[0]))
        {
            _prelude.Add(line);
        }
        else if (_current is { Kind: ReportKind.Whole } && !line.StartsWith("go: ", StringComparison.Ordinal))
        {
            Continue(line);
        }
        else if (LineShapes.IsPrelude(line))
        {
            _prelude.Add(line);
        }
        else if (_current is not null && (char.IsWhiteSpace(line[0]) || LineShapes.IsCoda(line)))
        {
            Continue(line);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadPlaced(string line)
    {
        var place = PlacedLine.TryParse(line, anyFile: _tool);
        if (place is null)
        {
            return false;
        }

        var kind = LineShapes.CMessage(place.Message) is { Success: true } match ? match.Groups["kind"].Value : "";
        if (LineShapes.IsTemplateStep(place.Message))
        {
            _prelude.Add(line);
        }
        else if (IsNote(kind) || (_current is not null && (place.Message == "too many errors" || IsSameCause(kind))))
        {
            Continue(line);
        }
        else if (kind.Length > 0)
        {
            Start(
                new GoReport(ReportKind.C, _package, place.Message[(place.Message.IndexOf(':', StringComparison.Ordinal) + 2)..], place)
                {
                    FromTool = true,
                    IsWarning = kind.Equals("warning", StringComparison.OrdinalIgnoreCase),
                }
            );
        }
        else
        {
            var whole =
                place.Message.StartsWith("internal compiler error", StringComparison.Ordinal) || FailureSigns.IsOfLinker(place.Message);
            var vet = _vet || line.StartsWith("vet: ", StringComparison.Ordinal);
            Start(
                new GoReport(whole ? ReportKind.Whole : ReportKind.Go, _package, place.Message, place)
                {
                    FromTool = _tool || vet,
                    FromVet = vet,
                }
            );
        }

        return true;
    }

    private void ReadUnplaced(string line)
    {
        if (LineShapes.CTool(line) is { Success: true } match)
        {
            Start(new GoReport(ReportKind.C, _package, line) { FromTool = true, IsWarning = match.Groups["kind"].ValueSpan is "warning" });
        }
        else if (LineShapes.IsExternalLink(line) || LineShapes.IsCrash(line) || LineShapes.IsUsage(line))
        {
            Start(new GoReport(ReportKind.Whole, _package, line) { FromTool = _tool });
        }
        else if (line.StartsWith("package ", StringComparison.Ordinal))
        {
            Start(new GoReport(ReportKind.Imports, _package, line));
        }
        else if (FailureSigns.IsOfGoLinker(line) && _current is not null && FailureSigns.IsOfGoLinker(_current.Head))
        {
            Continue(line);
        }
        else if (FailureSigns.IsParagraphs(line))
        {
            Start(new GoReport(ReportKind.Whole, _package, line));
        }
        else if (line.StartsWith("go: ", StringComparison.Ordinal) || FailureSigns.IsKnown(line))
        {
            Start(new GoReport(ReportKind.Command, _package, line) { FromTool = _tool });
        }
        else if (_current is { Kind: ReportKind.C })
        {
            // The line of source that clang quotes is not indented.
            Continue(line);
        }
        else
        {
            End();
            _rest.Add(line);
        }
    }

    // Go's own C code is right: when its lines are refused, then all by the same compiler that does not fit.
    private bool IsSameCause(string kind) =>
        _package == "runtime/cgo" && kind.Length > 0 && _current is { Kind: ReportKind.C, IsWarning: false };

    private static bool IsNote(string kind) =>
        kind.Equals("note", StringComparison.OrdinalIgnoreCase) || kind.Equals("remark", StringComparison.OrdinalIgnoreCase);

    private void EnterPackage(string? package, bool tool)
    {
        End();
        (_package, _tool, _vet) = (package, tool, false);
    }

    private void Start(GoReport report)
    {
        var prelude = _prelude.ToArray();
        _prelude.Clear();
        End();
        foreach (var line in prelude)
        {
            report.Add(line);
        }

        _current = report;
        _reports.Add(report);
    }

    private void Continue(string line)
    {
        if (_current is null)
        {
            _prelude.Add(line);
            End();
            return;
        }

        for (; _blanks > 0; _blanks--)
        {
            _current.Add("");
        }

        foreach (var before in _prelude)
        {
            _current.Add(before);
        }

        _prelude.Clear();
        _current.Add(line);
    }

    // What announced something that did not come is shown with what was there before, or by itself.
    private void End()
    {
        if (_prelude.Count > 0)
        {
            foreach (var line in _prelude)
            {
                if (_current is null)
                {
                    _rest.Add(line);
                }
                else
                {
                    _current.Add(line);
                }
            }

            _prelude.Clear();
        }

        _current = null;
        _blanks = 0;
    }
}
