using System.ComponentModel;
using System.Globalization;
using GoToolchain.Sidecar.Children;
using GoToolchain.Sidecar.Children.Unix;
using GoToolchain.Testing.Sidecars.Windows;

namespace GoToolchain.Testing.Sidecars;

/// <summary>A program that can be started as a sidecar, again and again.</summary>
/// <param name="Executable">Absolute.</param>
/// <param name="Options">How.</param>
/// <param name="Host">The machine.</param>
internal sealed record SidecarProgram(string Executable, GoSidecarOptions Options, HostMachine Host)
{
    private const string PortPlaceholder = "{port}";

    /// <summary>What people call it.</summary>
    public string Name => Options.Name ?? Path.GetFileNameWithoutExtension(Executable);

    private string WorkingDirectory => Options.WorkingDirectory ?? Path.GetDirectoryName(Executable)!;

    /// <summary>Starts it.</summary>
    /// <param name="port">For the placeholders; null: they stay as they are.</param>
    /// <param name="onLine">Called with each line, and whether it came from the standard error.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SidecarNotStarted"/>.</exception>
    public async Task<ISidecarChild> StartAsync(int? port, Action<string, bool> onLine, CancellationToken cancel)
    {
        if (!Directory.Exists(WorkingDirectory))
        {
            throw NotStarted($"its working directory {WorkingDirectory} does not exist.", "Create it, or name another one.");
        }

        if (!File.Exists(Executable))
        {
            throw NotStarted("there is no such file.", "Build it before the tests, or let the sidecar be built from its directory.");
        }

        var mark = Guid.NewGuid().ToString("N");
        var start = new ChildStart(
            Executable,
            [.. Options.Arguments.Select(a => Fill(a, port))],
            Variables(mark, port),
            WorkingDirectory,
            mark,
            onLine
        );
        try
        {
            return OperatingSystem.IsWindows()
                ? WindowsChild.Start(start, Host)
                : await UnixChild.StartAsync(start, cancel).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw NotStarted($"{(e.InnerException as Win32Exception ?? e).Message}.", "Look at the file and its permissions.", e);
        }
    }

    private Dictionary<string, string> Variables(string mark, int? port)
    {
        var variables = new Dictionary<string, string>(
            Host.Variables,
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
        if (!OperatingSystem.IsWindows())
        {
            // As a shell sets it; otherwise it is still where the test host runs.
            variables["PWD"] = WorkingDirectory;
        }

        foreach (var (name, value) in Options.Variables)
        {
            if (value is null)
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = Fill(value, port);
            }
        }

        variables[ChildStart.MarkVariable] = mark;
        return variables;
    }

    private static string Fill(string text, int? port) =>
        port is { } number ? text.Replace(PortPlaceholder, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : text;

    private GoToolchainException NotStarted(string cause, string nextStep, Exception? inner = null) =>
        new(GoErrorCodes.SidecarNotStarted, $"The sidecar {Executable} cannot be started: {cause}", Executable, nextStep, inner);
}
