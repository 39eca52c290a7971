using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Runs <c>go build</c> for each item whose inputs have changed. When nothing has changed, no process is started. What the compiler says
/// becomes errors with file, line and column.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GoBuild : GoTask, IIncrementalTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>Whether paths of this machine are left out when the item does not say.</summary>
    public bool TrimPath { get; set; }

    /// <summary><c>normal</c>, or <c>detailed</c>: what is built, why, how and in what time is said even where MSBuild shows little.</summary>
    public string Verbosity { get; set; } = "";

    /// <summary>A build that only asks whether all is up to date (<c>-question</c>): what is not is an error, and nothing is built.</summary>
    public bool FailIfNotIncremental { get; set; }

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        foreach (var item in Items)
        {
            Build(item, host, cancel);
        }

        return Task.CompletedTask;
    }

    private void Build(ITaskItem item, HostMachine host, CancellationToken cancel)
    {
        var definition = item.Definition();
        var go = GoOf(item, host);
        var options = GoBuildOptions.Read(item, definition, ProjectFile, TrimPath, host);
        options = CgoSettings.Resolve(options, item, definition, go, ProjectFile);
        var importance = Importance();
        var compilation = new GoCompilation(
            item,
            definition,
            options,
            go,
            host,
            Log,
            importance,
            ProjectFile,
            c => ((IBuildEngine8)BuildEngine).ShouldTreatWarningAsError(c.Id)
        );
        var reason = compilation.WhyStale();
        if (reason is null)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", $"{definition.Name} is up to date: {definition.Output}");
            Remember(item, options, go, host);
            return;
        }

        RefuseQuestion(FailIfNotIncremental, definition.ItemName, item, reason);
        Log.LogMessage(importance, "{0}", $"{definition.Name} is built for {definition.RuntimeIdentifier}, because {reason}.");
        foreach (var diagnostic in OffNode(cores => compilation.RunAsync(cores, cancel)))
        {
            Report(diagnostic);
        }

        if (compilation.WhyStale() is null)
        {
            Remember(item, options, go, host);
        }
    }

    // For the next build, which then needs not even to look for Go. What depends on a tool is asked of its request each time.
    private static void Remember(ITaskItem item, GoBuildOptions options, GoInstallation go, HostMachine host)
    {
        var job = GoJob.Read(item);
        var choice = GoChoice.Files(job.Directory);
        if (job.Kind == GoItemKind.Tool || item.GetMetadata(GoBuildItem.ChoiceKey) != BuildKey.Digest(choice))
        {
            return;
        }

        var compiler = options.Compiler is { } used ? GoChoice.Compiler(used, host) : [];
        var stamp = new BuildStamp(job.Stamp);
        new CurrentRecord(job.CurrentRecord).Write(
            CurrentRecord.Situation(File.ReadAllText(job.RequestProject), host),
            item.UsedGo(),
            [RecordLine.Of(InputFile.Read(job.Stamp)), .. choice, .. GoChoice.Toolchain(go), .. compiler, .. stamp.InputLines()]
        );
    }

    private MessageImportance Importance() =>
        Verbosity.Trim().ToUpperInvariant() switch
        {
            "" or "NORMAL" => MessageImportance.Normal,
            "DETAILED" => MessageImportance.High,
            _ => throw new GoToolchainException(
                GoErrorCodes.InvalidSetting,
                $"GoBuildVerbosity is `{Verbosity}`.",
                ProjectFile,
                "Use normal or detailed."
            ),
        };
}
