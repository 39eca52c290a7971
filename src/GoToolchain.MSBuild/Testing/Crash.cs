using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Testing;

/// <summary>The end of a test program that a panic, a fatal error of the runtime or the time-out brought.</summary>
/// <param name="Headline">What the runtime said: <c>runtime error: index out of range [5] with length 0</c>.</param>
/// <param name="IsTimeout">The tests took too long.</param>
/// <param name="Frames">The user's part of the stacks.</param>
internal sealed partial record Crash(string Headline, bool IsTimeout, IReadOnlyList<StackFrame> Frames)
{
    /// <summary>Finds it in what a test or a package printed.</summary>
    /// <param name="output">The lines.</param>
    /// <param name="root">GOROOT.</param>
    public static Crash? Find(IEnumerable<OutputLine> output, string root)
    {
        var lines = output.Select(l => l.Text).ToArray();
        var head = Array.FindIndex(lines, l => Start().IsMatch(l));
        // A test may print a line that looks like one; a crash prints stacks too.
        if (head < 0 || !lines.Skip(head).Any(l => l.StartsWith("goroutine ", StringComparison.Ordinal)))
        {
            return null;
        }

        var text = lines[head];
        // The text may have more lines, which newer versions indent; so do they what follows it.
        var more = lines.Skip(head + 1).TakeWhile(l => l.Length > 0 && !Following().IsMatch(l)).Select(l => l.TrimStart('\t'));
        var isTimeout = text.StartsWith("panic: test timed out", StringComparison.Ordinal);
        var headline = text.StartsWith("panic: ", StringComparison.Ordinal) ? text["panic: ".Length..] : text;
        headline = headline.Replace(" [recovered]", "", StringComparison.Ordinal).Replace(", repanicked]", "]", StringComparison.Ordinal);
        return new Crash(string.Join('\n', more.Prepend(headline)), isTimeout, StackTrace.UserFrames(lines.Skip(head), root));
    }

    /// <summary>The frames of the goroutine that matters: the one in which a test was waiting, else the first with code of the user.</summary>
    /// <param name="function">The test, with its package: <c>example.com/lib.TestAll</c>; null: not known.</param>
    public IReadOnlyList<StackFrame> Where(string? function)
    {
        // A test waits for its subtests too, whose functions lie in its own.
        var waiting =
            IsTimeout && function is not null ? Frames.Where(f => IsOf(f.Function, function)).MaxBy(f => f.Function.Length) : default;
        var goroutine =
            waiting.File is not null ? waiting.Goroutine
            : Frames is [var first, ..] ? first.Goroutine
            : 0;
        return [.. Frames.Where(f => f.Goroutine == goroutine)];
    }

    private static bool IsOf(string frame, string function) =>
        frame == function || frame.StartsWith(function + ".", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(panic: |fatal error: |runtime: goroutine stack exceeds |SIG[A-Z]+: )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Start();

    [GeneratedRegex(
        @"^(goroutine |\t+panic: |\trunning tests:|\[signal |\t?\[recovered)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Following();
}
