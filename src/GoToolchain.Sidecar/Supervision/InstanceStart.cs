using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GoToolchain.Sidecar.Children;
using GoToolchain.Sidecar.Children.Unix;
using GoToolchain.Sidecar.Children.Windows;
using GoToolchain.Sidecar.Logging;
using GoToolchain.Sidecar.Sockets;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Starts a sidecar once.</summary>
/// <param name="Name">The sidecar.</param>
/// <param name="Options">How.</param>
/// <param name="Logger">For its lines.</param>
internal sealed record InstanceStart(string Name, GoSidecarHostOptions Options, ILogger Logger)
{
    /// <summary>The variable that tells the sidecar where to listen.</summary>
    public const string SocketVariable = "GOTC_SIDECAR_SOCKET";

    /// <summary>Starts it, and does not wait until it is ready.</summary>
    /// <param name="sockets">Where its socket is; null: it has none.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="GoSidecarException">It cannot be started.</exception>
    public async Task<GoSidecarInstance> RunAsync(SocketDirectory? sockets, CancellationToken cancel)
    {
        var program = ProgramFile.Find(Name, Options.Program ?? Name);
        var directory = Options.WorkingDirectory ?? Path.GetDirectoryName(program)!;
        if (!Directory.Exists(directory))
        {
            throw NotStarted(program, $"its working directory {directory} does not exist.");
        }

        sockets?.RemoveSocket();
        var lines = new OutputLines(Options.Endpoint.PortLine);
        var forwarder = new LineForwarder(Logger);
        var mark = Guid.NewGuid().ToString("N");
        var start = new ChildStart(
            program,
            [.. Options.Arguments.Select(a => Fill(a, sockets?.Socket))],
            Variables(mark, directory, sockets?.Socket),
            directory,
            mark,
            (line, isError) =>
            {
                lines.Add(line);
                forwarder.Forward(line, isError);
            }
        )
        {
            MayBeUnguarded = true,
        };
        try
        {
            ISidecarChild child = OperatingSystem.IsWindows()
                ? WindowsChild.Start(start)
                : await UnixChild.StartAsync(start, cancel).ConfigureAwait(false);
            Logger.Started(Name, child.Id, program);
            if (!child.IsGuarded)
            {
                Logger.Unguarded(Name);
            }

            return new GoSidecarInstance(child, lines, Options.Endpoint, sockets?.Socket);
        }
        catch (Win32Exception e)
        {
            throw NotStarted(program, $"{e.Message}.", e);
        }
    }

    private Dictionary<string, string> Variables(string mark, string directory, string? socket)
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        if (!OperatingSystem.IsWindows())
        {
            // As a shell sets it; otherwise it is still where this process runs.
            variables["PWD"] = directory;
        }

        if (socket is not null)
        {
            variables[SocketVariable] = socket;
        }

        foreach (var (name, value) in Options.Variables)
        {
            if (value is null)
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = Fill(value, socket);
            }
        }

        variables[ChildStart.MarkVariable] = mark;
        return variables;
    }

    private string Fill(string text, string? socket)
    {
        var filled = socket is null ? text : text.Replace("{socket}", socket, StringComparison.Ordinal);
        return Options.Endpoint.FixedPort is { } port
            ? filled.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : filled;
    }

    private GoSidecarException NotStarted(string program, string cause, Exception? inner = null) =>
        new(
            GoSidecarErrorCodes.NotStarted,
            Name,
            $"The sidecar {Name} ({program}) cannot be started: {cause} "
                + "Look at the file: is it built for this system and processor, and may it be executed (chmod +x)?",
            inner
        );
}
