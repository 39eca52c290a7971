namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>env</c>.</summary>
/// <param name="Shell">The shell: <c>bash</c>, <c>zsh</c>, <c>fish</c>, <c>powershell</c>.</param>
/// <param name="Text">The lines for its <c>eval</c>.</param>
/// <param name="Directories">What they put on PATH.</param>
internal sealed record ShellEnvironmentDocument(string Shell, string Text, IReadOnlyList<string> Directories) : ToolDocument
{
    public static ShellEnvironmentDocument Of(ShellEnvironment environment) =>
        new(environment.Shell.ToName(), environment.Text, environment.Directories);
}
