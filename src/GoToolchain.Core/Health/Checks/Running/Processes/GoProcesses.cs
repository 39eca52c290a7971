using CliWrap;
using GoToolchain.Execution;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>Runs the Go that is examined, its tools, and what they build.</summary>
internal sealed class GoProcesses
{
    private readonly HealthContext _context;
    private readonly ProcessRun _run;
    private readonly GoInstallation _go;

    private GoProcesses(HealthContext context)
    {
        _context = context;
        _run = new ProcessRun(context.Host.Clock);
        var subject = context.Go.Candidate;
        // A damaged tree may not tell its platform; what can be run here is then the only guess.
        _go = new GoInstallation(subject with { Platform = subject.Platform ?? context.Host.Platform }, context.Host);
    }

    /// <summary>Those of an examination.</summary>
    /// <param name="context">The examination.</param>
    public static GoProcesses Of(HealthContext context) => context.Share(c => new GoProcesses(c));

    /// <summary>The <c>go</c> command: absolute.</summary>
    public string Go => _go.GoExecutable;

    /// <summary>The deadlines in force.</summary>
    public RunDeadlines Deadlines => _context.Options.Deadlines;

    /// <summary>Runs <c>go</c> with nothing of the user's in its environment; see <see cref="CleanEnvironment"/>.</summary>
    /// <param name="directory">Where: absolute.</param>
    /// <param name="deadline">When it counts as hanging.</param>
    /// <param name="arguments">What follows <c>go</c>.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="variables">What differs from the clean environment.</param>
    public Task<ProcessResult> RunAsync(
        string directory,
        TimeSpan deadline,
        IReadOnlyList<string> arguments,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string?>? variables = null
    )
    {
        var command = _go.Command(arguments)
            .WithWorkingDirectory(directory)
            .WithVariables(CleanEnvironment.Of(_context).Changes)
            .WithVariables(variables ?? new Dictionary<string, string?>());
        return _run.RunAsync(command.ToCommand(), command.ToString(), deadline, cancel);
    }

    /// <summary>Asks a tool of the tree for its version, with nothing of the user's in its environment.</summary>
    /// <param name="tool">Absolute.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ProcessResult> AskToolAsync(string tool, CancellationToken cancel) =>
        RunProgramAsync(tool, _context.Scratch, Deadlines.Question, ["-V=full"], cancel, CleanEnvironment.Of(_context).Changes);

    /// <summary>
    /// Runs <c>go</c> as this user's shell would: in the environment of the host, go/env file included, without anything that we add to a run.
    /// </summary>
    /// <param name="directory">Where: absolute.</param>
    /// <param name="arguments">What follows <c>go</c>.</param>
    /// <param name="variables">What differs from the environment of the host; null removes a variable.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ProcessResult> RunAsUserAsync(
        string directory,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> variables,
        CancellationToken cancel
    ) => RunProgramAsync(Go, directory, Deadlines.Build, arguments, cancel, variables);

    /// <summary>Runs any program in the environment of the host.</summary>
    /// <param name="program">Absolute.</param>
    /// <param name="directory">Where: absolute.</param>
    /// <param name="deadline">When it counts as hanging.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="variables">What differs from the environment of the host.</param>
    public Task<ProcessResult> RunProgramAsync(
        string program,
        string directory,
        TimeSpan deadline,
        IReadOnlyList<string> arguments,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string?>? variables = null
    )
    {
        var command = _context.Host.CreateCommand(program);
        var environment = new Dictionary<string, string?>(command.EnvironmentVariables, GoEnvironment.VariableNames);
        // As the shell does on `cd`: Go prefers it over the resolved path.
        environment["PWD"] = directory;
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
        {
            environment[name] = value;
        }

        command = command.WithArguments(arguments).WithWorkingDirectory(directory).WithEnvironmentVariables(environment);
        var ran = string.Join(' ', arguments.Prepend(Path.GetFileNameWithoutExtension(program)));
        return _run.RunAsync(command, ran, deadline, cancel);
    }
}
