using System.Diagnostics.CodeAnalysis;
using GoToolchain.MSBuild.Building;
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

    /// <summary>Does work that uses the cores of the machine in processes of its own, while the node builds something else.</summary>
    /// <param name="work">The work; it is told how many cores it may use.</param>
    private protected T OffNode<T>(Func<int, Task<T>> work)
    {
        // Cores are asked for before the node is handed back, and both on the thread of MSBuild.
        var engine = (IBuildEngine9)BuildEngine;
        var cores = engine.RequestCores(Environment.ProcessorCount);
        try
        {
            engine.Yield();
            try
            {
                return work(cores).GetAwaiter().GetResult();
            }
            finally
            {
                engine.Reacquire();
            }
        }
        finally
        {
            engine.ReleaseCores(cores);
        }
    }

    /// <summary>The Go with which an item was provided.</summary>
    private protected static GoInstallation GoOf(ITaskItem item, HostMachine host) =>
        new GoToolchainManager(new GoToolchainOptions { Host = host, Root = item.GoRoot() }).Find()
        ?? throw new InvalidOperationException($"The item {item.ItemSpec} does not come from {nameof(ProvisionGoToolchain)}.");

    /// <summary>In a build that only asks whether all is up to date, what is not is an error.</summary>
    private protected void RefuseQuestion(bool isQuestion, string itemName, ITaskItem item, string reason)
    {
        if (isQuestion)
        {
            throw new GoToolchainException(
                GoErrorCodes.NotUpToDate,
                $"{itemName} `{item.ItemSpec}` is not up to date: {reason}.",
                ProjectFile,
                "Build without -question."
            );
        }
    }

    private protected void Report(GoDiagnostic diagnostic)
    {
        var (code, link) = (diagnostic.Code.Id, diagnostic.Code.HelpLink.ToString());
        var (file, line, column) = (diagnostic.File, diagnostic.Line, diagnostic.Column);
        if (diagnostic.IsWarning)
        {
            Log.LogWarning(diagnostic.Subcategory, code, null, link, file, line, column, 0, 0, "{0}", diagnostic.Message);
        }
        else
        {
            Log.LogError(diagnostic.Subcategory, code, null, link, file, line, column, 0, 0, "{0}", diagnostic.Message);
        }
    }
}
