using System.Text.RegularExpressions;

namespace GoToolchain.Testing;

public sealed partial class GoSidecarProcess
{
    /// <summary>What it has printed so far, over all starts; of more than 100,000 lines, the last ones.</summary>
    public IReadOnlyList<GoSidecarLine> Output => Lines.All;

    /// <summary>Waits until it has printed a line with this text in it, since its present start; the line may be there already.</summary>
    /// <param name="text">Upper and lower case count.</param>
    /// <param name="timeout">How long; null: 30 seconds.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SidecarLineMissing"/>: not in that time, or it has ended without.</exception>
    public Task<GoSidecarLine> WaitForLineAsync(string text, TimeSpan? timeout = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return WaitForLineAsync($"a line with `{text}`", line => line.Contains(text, StringComparison.Ordinal), timeout, cancel);
    }

    /// <summary>Waits until it has printed a line that matches, since its present start; the line may be there already.</summary>
    /// <param name="pattern">Searched for in the line.</param>
    /// <param name="timeout">How long; null: 30 seconds.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SidecarLineMissing"/>: not in that time, or it has ended without.</exception>
    public Task<GoSidecarLine> WaitForLineAsync(Regex pattern, TimeSpan? timeout = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return WaitForLineAsync($"a line that matches `{pattern}`", pattern.IsMatch, timeout, cancel);
    }

    private async Task<GoSidecarLine> WaitForLineAsync(
        string description,
        Func<string, bool> matches,
        TimeSpan? timeout,
        CancellationToken cancel
    )
    {
        var patience = timeout ?? TimeSpan.FromSeconds(30);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        string why;
        try
        {
            if (await Lines.WaitAsync(matches, Child.Exited, deadline.Token).ConfigureAwait(false) is { } line)
            {
                return line;
            }

            why = FormattableString.Invariant($"ended with exit code {ExitCode} without {description}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            why = $"did not print {description} within {Seconds(patience)}";
        }

        var tail = Lines.Tail;
        throw new GoToolchainException(
            GoErrorCodes.SidecarLineMissing,
            $"The sidecar {_program.Name} {why}. {(tail.Length == 0 ? "It has printed nothing." : $"Its last lines:\n{tail}")}"
        );
    }
}
