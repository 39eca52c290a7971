using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Testing;

/// <summary>The stacks in the output of a program that panicked, was ended, or has a data race (runtime/traceback.go; runtime/race).</summary>
internal static partial class StackTrace
{
    /// <summary>The frames that are the user's: not of Go itself, nor of the code that go test generates.</summary>
    /// <param name="lines">What was printed.</param>
    /// <param name="root">GOROOT.</param>
    public static IReadOnlyList<StackFrame> UserFrames(IEnumerable<string> lines, string root)
    {
        var frames = new List<StackFrame>();
        var goroutine = 0;
        var function = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("goroutine ", StringComparison.Ordinal) && line.EndsWith(':'))
            {
                goroutine++;
            }
            else if (Place().Match(line) is { Success: true } place)
            {
                var file = place.Groups["file"].Value;
                if (!IsOfGo(file, root))
                {
                    frames.Add(
                        new StackFrame(goroutine, function, file, int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))
                    );
                }
            }
            else
            {
                function = Name(line.Trim());
            }
        }

        return frames;
    }

    private static bool IsOfGo(string file, string root) =>
        file == "_testmain.go"
        || file.StartsWith(root + "/src/", StringComparison.Ordinal)
        || file.StartsWith(root.Replace('\\', '/') + "/src/", StringComparison.OrdinalIgnoreCase)
        // With -trimpath: of the standard library no path begins with a domain.
        || (!Path.IsPathRooted(file) && !file.Split('/')[0].Contains('.', StringComparison.Ordinal));

    // `example.com/lib.(*T).Method(0xc000012345, {0x1, 0x2})`, `created by example.com/lib.TestAll in goroutine 7`
    private static string Name(string line)
    {
        var name = line.StartsWith("created by ", StringComparison.Ordinal)
            ? line["created by ".Length..].Split(" in goroutine ")[0]
            : line;
        return name.EndsWith(')') && Arguments().Match(name) is { Success: true } arguments ? name[..arguments.Index] : name;
    }

    [GeneratedRegex(
        @"^\s+(?<file>\S.*\.(go|s|c|cc|cpp|m)):(?<line>\d{1,9})( \+0x[0-9a-f]+)?( .*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(@"\([^()]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Arguments();
}
