using GoToolchain.Environments.Shells;

namespace GoToolchain.Setup;

/// <summary>Collects the steps of a set-up, and tells each as it ends.</summary>
/// <param name="host">The machine.</param>
/// <param name="progress">Who is told.</param>
internal sealed class MachineSetup(HostMachine host, IProgress<SetupStep>? progress)
{
    private readonly List<SetupStep> _steps = [];
    private long _start = host.Clock.GetTimestamp();

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<SetupStep> Steps => _steps;

    /// <summary>A step has ended.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="outcome">How.</param>
    /// <param name="lines">What to say of it.</param>
    public void End(SetupStepKind kind, SetupOutcome outcome, params IEnumerable<string> lines)
    {
        var step = new SetupStep(kind, outcome, [.. lines], host.Clock.GetElapsedTime(_start));
        _steps.Add(step);
        progress?.Report(step);
        _start = host.Clock.GetTimestamp();
    }

    /// <summary>The machine as a shell has it that starts after the set-up.</summary>
    /// <param name="directories">What comes first on PATH then.</param>
    public HostMachine AfterIt(ShellDirectories directories)
    {
        var rest = (host.GetVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Except(directories.All);
        var variables = new Dictionary<string, string>(host.Variables, (host.Variables as Dictionary<string, string>)?.Comparer)
        {
            ["PATH"] = string.Join(Path.PathSeparator, [.. directories.All, .. rest]),
        };
        return new HostMachine
        {
            Variables = variables,
            HomeDirectory = host.HomeDirectory,
            TempDirectory = host.TempDirectory,
            FileSystemRoot = host.FileSystemRoot,
            Platform = host.Platform,
            SystemName = host.SystemName,
            Clock = host.Clock,
        };
    }

    /// <summary>What became of a start-up file, as a sentence.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isPlan">Nothing was written.</param>
    public static string Sentence(ShellFileChange file, bool isPlan) =>
        file.Action switch
        {
            ShellFileAction.UpToDate => $"{file.File} ({file.ReadBy}) has the block.",
            ShellFileAction.Created => $"{file.File} ({file.ReadBy}) {(isPlan ? "would be" : "was")} made.",
            ShellFileAction.Updated => $"The block in {file.File} ({file.ReadBy}) {(isPlan ? "would be" : "was")} replaced{Copy(file)}.",
            _ => $"The block {(isPlan ? "would be" : "was")} added to {file.File} ({file.ReadBy}){Copy(file)}.",
        };

    private static string Copy(ShellFileChange file) => file.Backup is { } backup ? $"; a copy of the old file is {backup}" : "";
}
