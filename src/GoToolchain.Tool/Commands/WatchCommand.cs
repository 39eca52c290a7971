using System.CommandLine;
using GoToolchain.Recovery.Watching;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Output.Watching;

namespace GoToolchain.Tool.Commands;

/// <summary><c>watch</c>: tell of every change to a GOROOT, and put it right on request.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private readonly Argument<string?> _subject = new("SPEC or DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A version, for example 1.24, or a GOROOT; default: the Go that `gotoolchain where` gives",
    };

    private readonly Option<bool> _heal = Flag("--heal", "Repair what broke, once nothing changes any more");
    private readonly Option<bool> _noSnapshot = Flag("--no-snapshot", "Make no snapshot while the tree is intact");
    private readonly Option<bool> _syslog = Flag("--syslog", "Tell the system log too");
    private readonly Option<bool> _install = Flag("--install", "Write a systemd user unit that does this, instead of doing it");

    private readonly Option<string?> _onEvent = new("--on-event")
    {
        HelpName = "COMMAND",
        Description = "Run this for each event, by the shell, with the event as JSON on stdin and in GOTC_EVENT…",
    };

    private readonly Option<string?> _for = new("--for") { HelpName = "TIME", Description = "End after this time: 60s, 10m, 8h" };

    public WatchCommand(ToolContext context, GlobalOptions settings)
        : base("watch", "Tell of every change to a GOROOT, keep a snapshot, and heal it on request", context, settings)
    {
        Arguments.Add(_subject);
        foreach (var option in (Option[])[_heal, _noSnapshot, _onEvent, _syslog, _for, _install])
        {
            Options.Add(option);
        }
    }

    public override string Details =>
        "What the tree should be is known from the manifest of the store; for any other Go it is what it is at the start. Changes that belong together are one event, told within 200 ms of the first; a long burst is told at once and again when it is over. With --json each event is one line. Ends by Ctrl-C or SIGTERM (exit code 130), or after the time of --for (0).";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain watch", "the Go of this project"),
            new("gotoolchain watch /usr/local/go --heal", "and repair it by itself"),
            new("gotoolchain watch --on-event 'notify-send Go \"$GOTC_EVENT_MESSAGE\"'", "tell the desktop"),
            new("gotoolchain watch 1.24 --heal --install", "at each login, by systemd"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var manager = CreateManager(parsed);
        var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
        if (target.Hint is { } hint)
        {
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(hint);
        }

        var options = new GoWatchOptions { Heal = parsed.GetValue(_heal), Snapshot = !parsed.GetValue(_noSnapshot) };
        var watcher = manager.Watch(target.Spec, options);
        if (parsed.GetValue(_install))
        {
            return await InstallAsync(parsed, manager, watcher.Root).ConfigureAwait(false);
        }

        var duration = parsed.GetValue(_for) is { } text ? Quantity.Time(text) : Timeout.InfiniteTimeSpan;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(duration);
        var outputs = Outputs(parsed, manager.Options.Host);
        try
        {
            await foreach (var e in watcher.WatchAsync(end.Token).ConfigureAwait(false))
            {
                outputs.ForEach(o => o.Write(e));
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The usual end, about which there is nothing to say.
        }
        finally
        {
            foreach (var output in outputs)
            {
                await output.DisposeAsync().ConfigureAwait(false);
            }
        }

        return cancel.IsCancellationRequested ? GoErrorCodes.Cancelled.ExitCode : ExitCodes.Fine;
    }

    private List<IEventOutput> Outputs(ParseResult parsed, HostMachine host)
    {
        var outputs = new List<IEventOutput>();
        outputs.Add(
            WantsJson(parsed) ? new EventJsonLines() : new EventLines(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively))
        );
        if (parsed.GetValue(_syslog))
        {
            outputs.Add(new Syslog(Syslog.DefaultSocket));
        }

        if (parsed.GetValue(_onEvent) is { } line)
        {
            outputs.Add(new EventCommand(host, line, Terminal.Error));
        }

        return outputs;
    }

    private async Task<int> InstallAsync(ParseResult parsed, GoToolchainManager manager, string root)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw UsageError.Create(
                "`--install` writes a systemd unit, and this system has no systemd.",
                "Start `gotoolchain watch` by its own means."
            );
        }

        var unit = new SystemdUnit(root, [.. OwnProgram(), .. Repeated(parsed, manager, root)]);
        var file = unit.Write(manager.Options.Host);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new WatchUnitDocument(file, unit.Start));
            return ExitCodes.Fine;
        }

        await Terminal.Out.WriteLineAsync(file).ConfigureAwait(false);
        await Terminal.Error.WriteLineAsync($"Start it with:\n  {string.Join("\n  ", unit.Start)}").ConfigureAwait(false);
        return ExitCodes.Fine;
    }

    private IEnumerable<string> Repeated(ParseResult parsed, GoToolchainManager manager, string root)
    {
        yield return Name;
        yield return root;
        yield return "--store";
        yield return manager.Settings.Store;
        foreach (var flag in (Option<bool>[])[_heal, _noSnapshot, _syslog])
        {
            if (parsed.GetValue(flag))
            {
                yield return flag.Name;
            }
        }

        if (parsed.GetValue(_onEvent) is { } line)
        {
            yield return _onEvent.Name;
            yield return line;
        }
    }

    // The launcher of a .NET tool, or `dotnet` with the assembly.
    private static IEnumerable<string> OwnProgram()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, "exec", Path.Combine(AppContext.BaseDirectory, "gotoolchain.dll")]
            : [program];
    }

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };
}
