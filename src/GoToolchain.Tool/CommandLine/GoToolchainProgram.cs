using System.CommandLine;
using GoToolchain.Tool.Execution;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.CommandLine;

/// <summary>One run of <c>gotoolchain</c>, from its arguments to its exit code.</summary>
internal static class GoToolchainProgram
{
    private static readonly ParserConfiguration s_parser = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration s_invocation = new()
    {
        // Both are done here: failures have codes, and signals may belong to the child of `exec`.
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var interruption = new Interruption();
        using var terminal = new Terminal();
        var line = SplitCommandLine.Of(arguments);
        var errors = new ErrorReport(terminal, json: line.Own.Contains("--json"));
        try
        {
            var root = new GoToolchainCommand(new ToolContext(terminal, interruption, line.Rest));
            var parsed = root.Parse(line.Own, s_parser);
            return UsageError.Of(parsed, line) is { } wrong
                ? errors.Write(wrong)
                : await parsed.InvokeAsync(s_invocation, interruption.Token).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
        {
            return errors.Write(e);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return errors.Write(new GoToolchainException(GoErrorCodes.Cancelled, "Cancelled: nothing half-done was left in place."));
        }
#pragma warning disable CA1031 // The end of the road: whatever comes here is a bug of ours, and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return errors.WriteBug(e);
        }
    }
}
