using System.Diagnostics.CodeAnalysis;
using GoToolchain.MSBuild.Diagnostics;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// What all tasks share: an expected failure becomes an error with a code and a place, cancellation ends the work, anything else crashes
/// the build as the bug that it is. No task uses the current directory or changes the environment of the process.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "MSBuild does not dispose tasks, and may cancel after the end; the source holds no unmanaged resource."
)]
public abstract class GoTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>The user's project: absolute. Errors without a place of their own are shown there, and relative paths start beside it.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    internal string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    /// <summary>Ends the work soon; may come from any thread, even before <see cref="Execute"/>.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <summary>Runs the task.</summary>
    /// <returns>False when an error was logged, or the build was cancelled.</returns>
    public sealed override bool Execute()
    {
        try
        {
            RunAsync(_cancel.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            return false;
        }
        catch (GoToolchainException e)
        {
            Report(GoDiagnostic.From(e, ProjectFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(new GoDiagnostic(GoErrorCodes.BuildFailed, $"A file could not be read or written: {e.Message}", ProjectFile));
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>The work.</summary>
    /// <param name="cancel">Ends it.</param>
    private protected abstract Task RunAsync(CancellationToken cancel);

    private protected void Report(GoDiagnostic diagnostic) =>
        Log.LogError(
            subcategory: diagnostic.Subcategory,
            errorCode: diagnostic.Code.Id,
            helpKeyword: null,
            helpLink: diagnostic.Code.HelpLink.ToString(),
            file: diagnostic.File,
            lineNumber: diagnostic.Line,
            columnNumber: diagnostic.Column,
            endLineNumber: 0,
            endColumnNumber: 0,
            message: diagnostic.Message
        );

    private protected void Warn(GoDiagnostic diagnostic) =>
        Log.LogWarning(
            subcategory: diagnostic.Subcategory,
            warningCode: diagnostic.Code.Id,
            helpKeyword: null,
            helpLink: diagnostic.Code.HelpLink.ToString(),
            file: diagnostic.File,
            lineNumber: diagnostic.Line,
            columnNumber: diagnostic.Column,
            endLineNumber: 0,
            endColumnNumber: 0,
            message: diagnostic.Message
        );
}
