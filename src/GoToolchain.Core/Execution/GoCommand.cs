using System.Text;
using CliWrap;

namespace GoToolchain.Execution;

/// <summary>
/// A run of <c>go</c>: by absolute path, in a clean environment. No foreign <c>GOROOT</c> reaches it, it never switches to another toolchain
/// (<c>GOTOOLCHAIN=local</c>), and its own <c>bin</c> comes first on <c>PATH</c>, so that what it starts finds the same Go. Everything else
/// (<c>GOFLAGS</c>, <c>GOPROXY</c>, <c>GOCACHE</c>, …) is as the user has it. Immutable: each <c>With…</c> returns another one.
/// </summary>
public sealed partial class GoCommand
{
    internal GoCommand(GoInstallation go, IReadOnlyList<string> arguments) => (Installation, Arguments) = (go, arguments);

    /// <summary>The Go that runs.</summary>
    public GoInstallation Installation { get; }

    /// <summary>The arguments after <c>go</c>.</summary>
    public IReadOnlyList<string> Arguments { get; private set; }

    /// <summary>Where it runs: absolute; null: where the calling process is.</summary>
    public string? WorkingDirectory { get; private set; }

    /// <summary>What the caller changes in its environment; a null value removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; private set; } = new Dictionary<string, string?>();

    /// <summary>What it reads. Default: nothing.</summary>
    public PipeSource StandardInput { get; private set; } = PipeSource.Null;

    /// <summary>Where its output goes, as it comes. Default: nowhere.</summary>
    public PipeTarget StandardOutput { get; private set; } = PipeTarget.Null;

    /// <summary>Where its messages go, as they come. Default: nowhere.</summary>
    public PipeTarget StandardError { get; private set; } = PipeTarget.Null;

    /// <summary>An exit code other than zero is an exception. Default: true.</summary>
    public bool ChecksExitCode { get; private set; } = true;

    /// <summary>With other arguments.</summary>
    /// <param name="arguments">What follows <c>go</c>.</param>
    public GoCommand WithArguments(params IEnumerable<string> arguments)
    {
        string[] list = [.. arguments];
        return Copy(c => c.Arguments = list);
    }

    /// <summary>In another directory.</summary>
    /// <param name="directory">Absolute.</param>
    public GoCommand WithWorkingDirectory(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Path.IsPathFullyQualified(directory)
            ? Copy(c => c.WorkingDirectory = directory)
            : throw new ArgumentException($"`{directory}` is not an absolute path.", nameof(directory));
    }

    /// <summary>With a variable in its environment.</summary>
    /// <param name="name">For example <c>CGO_ENABLED</c>.</param>
    /// <param name="value">Null: the variable is removed.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>: a <c>GOROOT</c> that is not this installation's.</exception>
    public GoCommand WithVariable(string name, string? value) => WithVariables([new(name, value)]);

    /// <summary>With variables in its environment, besides those it has already.</summary>
    /// <param name="variables">A null value removes a variable.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>: a <c>GOROOT</c> that is not this installation's.</exception>
    public GoCommand WithVariables(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var all = new Dictionary<string, string?>(Variables, GoEnvironment.VariableNames);
        foreach (var (name, value) in variables)
        {
            GoEnvironment.RefuseForeignRoot(Installation, name, value);
            all[name] = value;
        }

        return Copy(c => c.Variables = all);
    }

    /// <summary>With something to read.</summary>
    /// <param name="source">A stream, file or text.</param>
    public GoCommand WithStandardInput(PipeSource source) => Copy(c => c.StandardInput = source);

    /// <summary>With a place for its output.</summary>
    /// <param name="target">A stream, file or text builder.</param>
    public GoCommand WithStandardOutput(PipeTarget target) => Copy(c => c.StandardOutput = target);

    /// <summary>With a call for each line of its output, as it comes.</summary>
    /// <param name="onLine">Called with a line, without its end.</param>
    public GoCommand WithStandardOutput(Action<string> onLine) => WithStandardOutput(PipeTarget.ToDelegate(onLine, Encoding.UTF8));

    /// <summary>With a place for its messages.</summary>
    /// <param name="target">A stream, file or text builder.</param>
    public GoCommand WithStandardError(PipeTarget target) => Copy(c => c.StandardError = target);

    /// <summary>With a call for each line of its messages, as it comes.</summary>
    /// <param name="onLine">Called with a line, without its end.</param>
    public GoCommand WithStandardError(Action<string> onLine) => WithStandardError(PipeTarget.ToDelegate(onLine, Encoding.UTF8));

    /// <summary>With or without an exception for an exit code other than zero.</summary>
    /// <param name="check">False: the caller looks at <see cref="CommandResult.ExitCode"/>.</param>
    public GoCommand WithExitCodeCheck(bool check) => Copy(c => c.ChecksExitCode = check);

    /// <summary>The command line, for people: <c>go build ./...</c>.</summary>
    public override string ToString() =>
        string.Join(' ', Arguments.Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a).Prepend("go"));

    private GoCommand Copy(Action<GoCommand> change)
    {
        var copy = (GoCommand)MemberwiseClone();
        change(copy);
        return copy;
    }
}
