using System.ComponentModel;
using System.Globalization;
using CliWrap;
using GoToolchain.Execution;
using GoToolchain.Inspection.Linkage.Diagnoses;
using GoToolchain.Locating;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>A run of a program that is watched.</summary>
internal sealed class TracedRun(LinkageReport report, string[] arguments, HostMachine host, LinkageTraceOptions options)
{
    private const int MostPrograms = 50;

    private readonly LinkResolver _links = new();
    private readonly Dictionary<string, HashSet<string>> _atStart = new(StringComparer.Ordinal);
    private readonly List<string> _remarks = [];

    /// <summary>Runs it.</summary>
    public async Task<LinkageTrace> RunAsync(CancellationToken cancel)
    {
        RequireStartable();
        var strace = await StraceProgram.FindAsync(host, options, _remarks, cancel).ConfigureAwait(false);
        if (strace is null)
        {
            RequireLoaderMessages();
        }

        var directory = Directory.CreateDirectory(Path.Combine(host.TempDirectory, $"gotc-trace-{Guid.NewGuid():N}")).FullName;
        using var time = new CancellationTokenSource(options.Timeout ?? Timeout.InfiniteTimeSpan, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, time.Token);
        var collector = new TraceCollector(IsAtStart);
        int? exitCode = null;
        try
        {
            exitCode = strace is null
                ? await RunWithMessagesAsync(directory, collector, either.Token).ConfigureAwait(false)
                : await RunWithStraceAsync(strace, directory, collector, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested && time.IsCancellationRequested)
        {
            _remarks.Add(
                $"{report.File.Path} was ended after {options.Timeout!.Value.TotalSeconds:0.#} s; what it did until then is listed."
            );
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        var processes = collector.ToProcesses();
        return new LinkageTrace
        {
            Static = report,
            Method = strace is null ? TraceMethod.LoaderMessages : TraceMethod.Strace,
            ExitCode = exitCode,
            IsTimedOut = exitCode is null,
            Processes = processes,
            Findings = TraceDiagnosis.Of(report, processes, exitCode, host),
            Remarks = _remarks,
            IsCutShort = collector.IsCutShort,
        };
    }

    private void RequireStartable()
    {
        if (!OperatingSystem.IsLinux() || report.Format != ExecutableFormat.Elf || !report.IsProgram)
        {
            throw Refuse(
                report.IsProgram
                    ? $"programs can be watched on Linux only, and this one is {report.Format}."
                    : "it is a shared library, which cannot be run.",
                "Inspect it without `--trace`, or trace the program that loads it."
            );
        }

        LinkageProblem[] fatal =
        [
            LinkageProblem.WrongMachine,
            LinkageProblem.NotExecutable,
            LinkageProblem.InterpreterMissing,
            LinkageProblem.InterpreterUnusable,
            LinkageProblem.WrongCLibrary,
        ];
        if (report.Findings.FirstOrDefault(f => fatal.Contains(f.Problem)) is { } finding)
        {
            throw Refuse($"it cannot be started. {finding.Message}", finding.Cure ?? "Build it for this machine.");
        }

        if (IsSetId(report.File.Path))
        {
            _remarks.Add("It is setuid or setgid: watched, it runs with the rights of who started it, and may do less than otherwise.");
        }
    }

    private void RequireLoaderMessages()
    {
        if (options.Method == TraceMethod.Strace)
        {
            throw Refuse(
                "strace is not on PATH, or does not work here.",
                "Install strace, or allow ptrace in the container (`--cap-add SYS_PTRACE`)."
            );
        }

        if (report.IsDynamic && report.CLibrary != CLibrary.Glibc)
        {
            throw Refuse(
                $"there is no strace that works, and the loader of {Words.Of(report.CLibrary)} tells nothing.",
                "Install strace, or allow ptrace in the container (`--cap-add SYS_PTRACE`)."
            );
        }

        if (report.IsDynamic && IsSetId(report.File.Path))
        {
            throw Refuse(
                "there is no strace that works, and the loader tells nothing about setuid and setgid programs.",
                "Install strace."
            );
        }

        if (options.Method is null)
        {
            _remarks.Add("The loader's own messages were read; programs that are linked statically or for musl write none.");
        }
    }

    private async Task<int> RunWithStraceAsync(string strace, string directory, TraceCollector collector, CancellationToken cancel)
    {
        using var pipe = TracePipe.Create(directory);
        var lines = new StraceLine(collector);
        var reading = pipe.ReadAsync(lines.Read);
        try
        {
            return await ExecuteAsync(strace, [.. StraceProgram.Options(pipe.Path), "--", report.File.Path, .. arguments], [], cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            pipe.Finish();
            await reading.ConfigureAwait(false);
        }
    }

    private async Task<int> RunWithMessagesAsync(string directory, TraceCollector collector, CancellationToken cancel)
    {
        var prefix = Path.Combine(directory, "loader");
        try
        {
            return await ExecuteAsync(report.File.Path, arguments, [new("LD_DEBUG", "libs,files"), new("LD_DEBUG_OUTPUT", prefix)], cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            ReadMessages(directory, collector);
            collector.Begin(report.File.Path);
        }
    }

    // One file for each process, named after its number.
    private static void ReadMessages(string directory, TraceCollector collector)
    {
        var files =
            from file in new DirectoryInfo(directory).EnumerateFiles("loader.*")
            let number = int.TryParse(file.Extension.TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0
            orderby file.CreationTimeUtc, number
            select (file.FullName, Process: number);
        foreach (var (file, process) in files)
        {
            var messages = new LoaderMessages(collector);
            var lines = new BoundedLines(messages.Read);
            using var stream = File.OpenRead(file);
            var buffer = new byte[1 << 16];
            for (int count; (count = stream.Read(buffer)) > 0; )
            {
                lines.Add(buffer.AsSpan(0, count));
            }

            messages.End(process);
        }
    }

    private async Task<int> ExecuteAsync(
        string program,
        string[] withArguments,
        KeyValuePair<string, string?>[] variables,
        CancellationToken cancel
    )
    {
        var command = host.CreateCommand(program);
        command = command
            .WithEnvironmentVariables(
                new Dictionary<string, string?>([
                    .. command.EnvironmentVariables.Where(v => !variables.Any(n => n.Key == v.Key)),
                    .. variables,
                ])
            )
            .WithArguments(withArguments)
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(options.StandardInput)
            .WithStandardOutputPipe(options.StandardOutput)
            .WithStandardErrorPipe(options.StandardError);
        command = options.WorkingDirectory is null ? command : command.WithWorkingDirectory(options.WorkingDirectory);
        try
        {
            return (await command.ExecuteAsync(cancel).ConfigureAwait(false)).ExitCode;
        }
        catch (Win32Exception e)
        {
            throw Refuse($"{program} cannot be started: {e.InnerException?.Message ?? e.Message}.", "Look at its permissions.", e);
        }
    }

    private bool IsAtStart(string program, string library)
    {
        if (!_atStart.TryGetValue(program, out var needed))
        {
            needed = _atStart.Count < MostPrograms ? NeededBy(program) : [];
            _atStart[program] = needed;
        }

        return needed.Contains(_links.Resolve(library) ?? library);
    }

    private HashSet<string> NeededBy(string program)
    {
        try
        {
            var path = Path.IsPathFullyQualified(program) ? program : Path.GetFullPath(program, options.WorkingDirectory ?? "/");
            var needs =
                path == report.File.Path
                    ? report
                    : GoLinkage.Read(path, host, new LinkageOptions { WorkingDirectory = options.WorkingDirectory });
            return [.. needs.Files.Where(f => f.Origin != LibraryOrigin.Preload).Select(f => _links.Resolve(f.Path) ?? f.Path)];
        }
        catch (GoToolchainException)
        {
            // A script, or gone since.
            return [];
        }
    }

    private GoToolchainException Refuse(string why, string nextStep, Exception? inner = null) =>
        new(GoErrorCodes.TraceNotPossible, $"{report.File.Path} cannot be traced: {why}", report.File.Path, nextStep, inner);

    private static bool IsSetId(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.SetUser | UnixFileMode.SetGroup)) != 0;
}
