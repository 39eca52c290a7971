using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;

namespace GoToolchain.MSBuild.Building;

/// <summary>Why a <c>go</c> command other than <c>go build</c> failed, in the words that <c>go build</c> would have for it.</summary>
internal static class GoFailure
{
    /// <summary>The errors: at least one.</summary>
    /// <param name="output">What compilers and go printed to the standard output: plain, or as <c>-json</c> has it.</param>
    /// <param name="error">What they printed to the standard error.</param>
    /// <param name="exitCode">With which code it ended.</param>
    /// <param name="directory">Where it ran: absolute.</param>
    /// <param name="go">Which Go it was.</param>
    /// <param name="projectFile">The user's project, for what belongs to no module.</param>
    /// <param name="cancel">Ends it.</param>
    public static Task<IReadOnlyList<GoDiagnostic>> ExplainAsync(
        string output,
        string error,
        int exitCode,
        string directory,
        GoInstallation go,
        string projectFile,
        CancellationToken cancel
    )
    {
        var site = new GoBuildSite(directory, ModuleFiles.FindGoMod(directory) ?? projectFile, go.Root);
        return BuildDoctor.ExplainAsync(GoBuildOutput.Read(output, error, exitCode, isJson: true, site), go, cancel);
    }
}
