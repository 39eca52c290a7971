using System.Text.Json;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>How a run of <c>gotoolchain</c> ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Everything on stdout.</param>
/// <param name="Error">Everything on stderr.</param>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>stdout, which has to be one JSON document and nothing else.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Fails with all that was said when the exit code is another one.</summary>
    public ToolRun Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}.\nstdout:\n{Out}\nstderr:\n{Error}");
        return this;
    }
}
