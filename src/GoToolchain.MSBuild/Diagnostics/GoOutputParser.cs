using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Diagnostics;

/// <summary>
/// Reads what a failed <c>go build</c> printed. Lines with a place become errors of their own; nothing that is left over is swallowed.
/// The shapes are those of cmd/go (<c># package</c> headers, continuation lines with a tab, <c>go: …</c> lines) and cmd/compile
/// (<c>file:line:column: message</c>).
/// </summary>
internal sealed partial class GoOutputParser
{
    private readonly string _directory;
    private readonly string _moduleFile;
    private readonly List<GoDiagnostic> _placed = [];
    private readonly List<string> _rest = [];

    private GoOutputParser(string directory, string moduleFile) => (_directory, _moduleFile) = (directory, moduleFile);

    /// <summary>The errors in the output of a <c>go build</c> that failed: at least one.</summary>
    /// <param name="output">Everything that it printed.</param>
    /// <param name="exitCode">The exit code with which it ended.</param>
    /// <param name="directory">Where it ran, and so where relative paths start: absolute.</param>
    /// <param name="moduleFile">The go.mod of the module: absolute. Errors about the module are shown there.</param>
    public static IReadOnlyList<GoDiagnostic> Parse(string output, int exitCode, string directory, string moduleFile)
    {
        var parser = new GoOutputParser(directory, moduleFile);
        foreach (var line in output.Split('\n'))
        {
            parser.Read(line.TrimEnd('\r'));
        }

        return parser.Finish(exitCode);
    }

    private void Read(string line)
    {
        if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal) || Noise().IsMatch(line))
        {
            return;
        }

        if (line[0] == '\t' && _placed.Count > 0 && _rest.Count == 0)
        {
            _placed[^1] = _placed[^1] with { Message = _placed[^1].Message + "\n" + line };
        }
        else if (NeedsNewerGo(line) is { } tooOld)
        {
            _placed.Add(tooOld);
        }
        else if (Placed().Match(line) is { Success: true } match)
        {
            _placed.Add(AtPlace(match));
        }
        else
        {
            _rest.Add(line);
        }
    }

    private GoDiagnostic AtPlace(Match match)
    {
        var file = Path.GetFullPath(Path.Combine(_directory, match.Groups["file"].Value));
        var message = match.Groups["message"].Value;
        var code =
            !IsModuleFile(file) ? GoErrorCodes.CompileError
            : ModuleOfNewerGo().IsMatch(message) ? GoErrorCodes.GoTooOld
            : GoErrorCodes.BuildFailed;
        if (code == GoErrorCodes.GoTooOld)
        {
            message +=
                ". This Go is older than the module: set GoToolchainVersion, or GoVersion on the item, to the version that the file names.";
        }

        return new GoDiagnostic(code, message, file, Number(match.Groups["line"]), Number(match.Groups["column"]), "go");
    }

    private GoDiagnostic? NeedsNewerGo(string line)
    {
        var match = RequiresGo().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var version = match.Groups["version"].Value;
        return new GoDiagnostic(
            GoErrorCodes.GoTooOld,
            $"{line} Set GoToolchainVersion (or GoVersion on the item) to {version} or newer, or leave it out: then go.mod decides.",
            _moduleFile,
            Subcategory: "go"
        );
    }

    private List<GoDiagnostic> Finish(int exitCode)
    {
        if (_rest.Count > 0)
        {
            _placed.Add(new GoDiagnostic(GoErrorCodes.BuildFailed, string.Join('\n', _rest), _moduleFile, Subcategory: "go"));
        }
        else if (_placed.Count == 0)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"go build ended with exit code {exitCode} and gave no reason.");
            _placed.Add(new GoDiagnostic(GoErrorCodes.BuildFailed, text, _moduleFile, Subcategory: "go"));
        }

        return [.. _placed.Distinct()];
    }

    private static bool IsModuleFile(string file) => Path.GetExtension(file) is ".mod" or ".work" or ".sum";

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(go: )?(?<file>.+?\.(go|s|S|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|swig|swigcxx|mod|work|sum)):(?<line>\d{1,9})(:(?<column>\d{1,9}))?: (?<message>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Placed();

    // Go 1.21 and newer refuse such a module; older ones try, and add a note when the compiler fails.
    [GeneratedRegex(
        @"^(go: .+ requires go >= (?<version>[^\s;)]+)|note: module requires Go (?<version>\S+)$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex RequiresGo();

    // What Go before 1.21 says about the go.mod of a newer one.
    [GeneratedRegex(@"^(invalid go version '|unknown directive: toolchain|unknown directive: tool\b)", RegexOptions.CultureInvariant)]
    private static partial Regex ModuleOfNewerGo();

    // Progress, and the headline of errors that follow with their own places.
    [GeneratedRegex(@"^go: (downloading|finding module|found|extracting|errors parsing) ", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();
}
