using GoToolchain.Inspection.Linkage.Tracing;

namespace GoToolchain;

/// <summary>
/// What a program and all that it started did with shared libraries while they ran: also those that are loaded after the start (<c>dlopen</c>), of
/// which its file says nothing.
/// </summary>
public sealed class LinkageTrace
{
    /// <summary>What its file says, as <see cref="GoLinkage.Read"/> gives it.</summary>
    public required LinkageReport Static { get; init; }

    /// <summary>How it was watched.</summary>
    public required TraceMethod Method { get; init; }

    /// <summary>The exit code of the program; 128 + N when signal N ended it; null when the time was over.</summary>
    public int? ExitCode { get; init; }

    /// <summary>It was ended because the time was over.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Every program that ran, in the order in which they began; the first is the one that was asked for.</summary>
    public required IReadOnlyList<TracedProcess> Processes { get; init; }

    /// <summary>What is wrong, the worst first: what the file shows, and what the run showed.</summary>
    public required IReadOnlyList<LinkageFinding> Findings { get; init; }

    /// <summary>What limits what this trace can tell: full sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>More happened than is listed.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Runs a program and watches it.</summary>
    /// <param name="file">The program: absolute.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="host">The machine, with the environment in which it runs.</param>
    /// <param name="options">Default: the best method, no time limit, no input, and output goes nowhere.</param>
    /// <param name="cancel">Ends the program and everything that it has started.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.TraceNotPossible"/>: there is no way to watch it, or it cannot be started; and
    /// those of <see cref="GoLinkage.Read"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of it runs any more.</exception>
    public static Task<LinkageTrace> RunAsync(
        string file,
        IEnumerable<string> arguments,
        HostMachine host,
        LinkageTraceOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        options ??= new LinkageTraceOptions();
        var report = GoLinkage.Read(file, host, new LinkageOptions { WorkingDirectory = options.WorkingDirectory });
        return new TracedRun(report, [.. arguments], host, options).RunAsync(cancel);
    }
}
