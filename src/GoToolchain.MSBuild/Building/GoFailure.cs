using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;

namespace GoToolchain.MSBuild.Building;

/// <summary>Why a <c>go</c> command other than <c>go build</c> failed, in the words that <c>go build</c> would have for it.</summary>
internal static class GoFailure
{
    /// <summary>The errors: at least one.</summary>
    /// <param name="said">Everything that compilers and go printed.</param>
    /// <param name="exitCode">With which code it ended.</param>
    /// <param name="directory">Where it ran: absolute.</param>
    /// <param name="projectFile">The user's project, for what belongs to no module.</param>
    public static IReadOnlyList<GoDiagnostic> Explain(string said, int exitCode, string directory, string projectFile) =>
        GoOutputParser.Parse(said, exitCode, directory, ModuleFiles.FindGoMod(directory) ?? projectFile);
}
