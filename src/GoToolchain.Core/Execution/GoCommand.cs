using CliWrap;

namespace GoToolchain.Execution;

/// <summary>A run of <c>go</c>.</summary>
public sealed class GoCommand
{
    internal GoCommand(GoInstallation go, IReadOnlyList<string> arguments) => (Installation, Arguments) = (go, arguments);

    /// <summary>The Go that runs.</summary>
    public GoInstallation Installation { get; }

    /// <summary>The arguments after <c>go</c>.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The run as a CliWrap command.</summary>
    public Command ToCommand() => throw new NotImplementedException();
}
