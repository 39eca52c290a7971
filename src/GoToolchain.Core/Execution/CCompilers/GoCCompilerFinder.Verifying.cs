using System.ComponentModel;
using CliWrap;
using GoToolchain.Execution.CCompilers;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain;

public sealed partial class GoCCompilerFinder
{
    private const int MostBytes = 4096;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Asks a compiler that somebody named what it compiles for (<c>-dumpmachine</c>, one short process), so that a wrong one is told at once and not
    /// by the errors of Go's runtime. One that was found by its name, and one that does not answer, is left alone.
    /// </summary>
    /// <param name="compiler">From <see cref="Find"/>.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CompilerForOtherTarget"/>.</exception>
    public async Task VerifyAsync(GoCCompiler compiler, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(compiler);
        if (!compiler.IsNamed || await AskAsync(compiler, cancel).ConfigureAwait(false) is not { } answer)
        {
            return;
        }

        if (MachineName.Conflict(answer, compiler.Target) is { } other)
        {
            var instead = FindQuietly(compiler.Target);
            throw new GoToolchainException(
                GoErrorCodes.CompilerForOtherTarget,
                $"`{compiler.Command}` ({compiler.Origin}) compiles for {other}, and the target is {compiler.Target.RuntimeIdentifier}.",
                nextStep: instead is null
                    ? "Name a compiler for the target in CC; without CC, the error names the package that has one."
                    : $"Leave CC out: `{instead.Command}` is there."
            );
        }
    }

    private GoCCompiler? FindQuietly(GoTarget target)
    {
        try
        {
            return IsNative(target) ? FindNative(target) : FindCross(target, null);
        }
        catch (GoToolchainException)
        {
            // The error that is being written says what is wrong; this was only to name a better one.
            return null;
        }
    }

    private async Task<string?> AskAsync(GoCCompiler compiler, CancellationToken cancel)
    {
        var output = new BoundedText(MostBytes);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(s_longest);
        try
        {
            var result = await Host.CreateCommand(compiler.Program)
                .WithArguments([.. CompilerCommand.Parse(Host, compiler.Command).Arguments, "-dumpmachine"])
                .WithStandardOutputPipe(output.Target)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(deadline.Token)
                .ConfigureAwait(false);
            return result.ExitCode == 0 ? output.ToString().Trim() : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (Win32Exception)
        {
            // It cannot be started: `go` says why when it tries.
            return null;
        }
    }
}
