using System.Text.RegularExpressions;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>What <c>go version</c> says about itself; asked once for an examination.</summary>
internal sealed partial class GoAnswer
{
    private readonly Task<ProcessResult> _run;

    private GoAnswer(HealthContext context, CancellationToken cancel)
    {
        var go = GoProcesses.Of(context);
        _run = go.RunAsync(context.Scratch, go.Deadlines.Question, ["version"], cancel);
    }

    /// <summary>Asks.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="cancel">That of the examination.</param>
    public static Task<ProcessResult> AskAsync(HealthContext context, CancellationToken cancel) =>
        context.Share(c => new GoAnswer(c, cancel))._run;

    /// <summary>The version in the answer: <c>go1.23.5</c>, <c>devel go1.26-…</c>.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>Empty when it is not such an answer.</returns>
    public static string VersionIn(ProcessResult result) => result.Succeeded ? Answer().Match(result.Output).Groups[1].Value : "";

    /// <summary>The platform in the answer: <c>linux/amd64</c>.</summary>
    /// <param name="result">The answer.</param>
    public static string PlatformIn(ProcessResult result) => Answer().Match(result.Output).Groups[2].Value;

    /// <summary>The version that <c>compile -V=full</c> and its like answer (cmd/internal/objabi, AddVersionFlag).</summary>
    /// <param name="result">The answer.</param>
    /// <returns>Empty when it is not such an answer.</returns>
    public static string ToolVersionIn(ProcessResult result) => result.Succeeded ? ToolAnswer().Match(result.Output).Groups[1].Value : "";

    /// <summary>Two names of one version: experiments and build numbers after it (<c>X:boringcrypto</c>) do not count.</summary>
    /// <param name="one">A version as Go prints it.</param>
    /// <param name="other">The other.</param>
    public static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || (
            GoVersion.TryParse(one, out var left)
            && GoVersion.TryParse(other, out var right)
            && left.Number == right.Number
            && left.IsDevel == right.IsDevel
        );

    [GeneratedRegex(@"^go version (\S.*?) ([a-z0-9]+/[a-z0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^[a-z0-9]+ version (\S.*?)(?: X:\S+)?(?: buildID=\S+)?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ToolAnswer();
}
