using CliWrap;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Commands;

/// <summary>The part of <c>inspect</c> that is about shared libraries.</summary>
/// <param name="Report">What the file says; null: it could not be read that far.</param>
/// <param name="Trace">What a run showed; null: nothing was run.</param>
/// <param name="Findings">What is wrong, the worst first.</param>
/// <param name="Damage">Why the file could not be read that far.</param>
internal sealed record LinkageInspection(
    LinkageReport? Report,
    LinkageTrace? Trace,
    IReadOnlyList<LinkageFinding> Findings,
    GoToolchainException? Damage = null
)
{
    /// <summary>Something is wrong that keeps the file from running, or being loaded.</summary>
    public bool IsUnhealthy => Findings.Any(f => f.Severity == LinkageSeverity.Error);

    /// <summary>Reads the file.</summary>
    public static LinkageInspection Read(string file, HostMachine host)
    {
        try
        {
            var report = GoLinkage.Read(file, host, new LinkageOptions { WorkingDirectory = WorkingDirectory.Current });
            return new LinkageInspection(report, null, report.Findings);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.NotAProgram)
        {
            return new LinkageInspection(null, null, [], e);
        }
    }

    /// <summary>Runs the file. stdout is for the answer, so what the program writes goes to stderr.</summary>
    public static async Task<LinkageInspection> TraceAsync(
        string file,
        string[] arguments,
        TimeSpan? timeout,
        HostMachine host,
        CancellationToken cancel
    )
    {
        var (input, error) = (Console.IsInputRedirected ? Console.OpenStandardInput() : Stream.Null, StandardStream.Error);
        await using (input.ConfigureAwait(false))
        await using (error.ConfigureAwait(false))
        {
            var options = new LinkageTraceOptions
            {
                WorkingDirectory = WorkingDirectory.Current,
                Timeout = timeout,
                StandardInput = PipeSource.FromStream(input),
                StandardOutput = PipeTarget.ToStream(error, autoFlush: true),
                StandardError = PipeTarget.ToStream(error, autoFlush: true),
            };
            var trace = await LinkageTrace.RunAsync(file, arguments, host, options, cancel).ConfigureAwait(false);
            return new LinkageInspection(trace.Static, trace, trace.Findings);
        }
    }

    /// <summary>With what keeps a program from opening the file as a plugin.</summary>
    public LinkageInspection WithPlugin(IEnumerable<LinkageFinding> mismatches) =>
        this with
        {
            Findings = [.. Findings.Concat(mismatches).OrderByDescending(f => f.Severity)],
        };
}
