using System.ComponentModel;
using System.IO.Pipes;
using System.Text;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>A child on Linux or macOS, with a <see cref="Guardian"/>.</summary>
internal sealed class UnixChild : ISidecarChild
{
    // A program that was written a moment ago counts as busy while any process that was forked meanwhile has not reached its exec
    // (https://github.com/golang/go/issues/22220); that passes in milliseconds.
    private const int MostBusyTries = 20;
    private static readonly TimeSpan s_busyPause = TimeSpan.FromMilliseconds(25);

    // A process that left the tree may hold the pipes open for ever.
    private static readonly TimeSpan s_patienceForOutput = TimeSpan.FromSeconds(2);

    private readonly ChildStart _start;
    private readonly Guardian? _guardian;
    private readonly SpawnedProcess _process;
    private readonly Task _output;

    private UnixChild(ChildStart start, Guardian? guardian, SpawnedProcess process, TextWriter input, Task output)
    {
        (_start, _guardian, _process, Input, _output) = (start, guardian, process, input, output);
        Exited = WaitAsync();
    }

    public int Id => _process.Id;

    public TextWriter Input { get; }

    public Task<int> Exited { get; }

    public bool IsGuarded => _guardian is not null;

    /// <summary>Starts one.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<UnixChild> StartAsync(ChildStart start, CancellationToken cancel)
    {
        var guardian = StartGuardian(start);
#pragma warning disable CA2000 // The child that is returned owns them; those that read dispose of their own at the end.
        var pipes = (Input: ChildPipe.ToChild(), Output: ChildPipe.FromChild(), Error: ChildPipe.FromChild());
#pragma warning restore CA2000
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return Start(start, guardian, pipes.Input, pipes.Output, pipes.Error);
                }
                catch (Win32Exception e) when (e.NativeErrorCode == Libc.TextFileBusy && tries < MostBusyTries)
                {
                    await Task.Delay(s_busyPause, cancel).ConfigureAwait(false);
                }
            }
        }
        catch
        {
            await (guardian?.EndAsync() ?? Task.FromResult(true)).ConfigureAwait(false);
            await pipes.Input.DisposeAsync().ConfigureAwait(false);
            await pipes.Output.DisposeAsync().ConfigureAwait(false);
            await pipes.Error.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void AskToEnd() => _process.Signal(Libc.Terminate);

    public void Kill() => _process.Signal(Libc.Kill);

    public async Task EndTreeAsync()
    {
        if (_guardian is null)
        {
            // It leads a group itself, whose number is not given to another one as long as anybody is in it.
            _process.SignalGroup(Libc.Kill);
        }
        else if (!await _guardian.EndAsync().ConfigureAwait(false))
        {
            if (_process.Signal(Libc.Kill))
            {
                // The sidecar lived until now, so the number of the group is still its own.
                _ = Libc.Signal(-_guardian.Group, Libc.Kill);
            }

            await Guardian.Start(_start).EndAsync().ConfigureAwait(false);
        }

        await Exited.ConfigureAwait(false);
        await Input.DisposeAsync().ConfigureAwait(false);
    }

    private static Guardian? StartGuardian(ChildStart start)
    {
        try
        {
            return Guardian.Start(start);
        }
        catch (Win32Exception e) when (start.MayBeUnguarded && e.NativeErrorCode == Libc.NoSuchFile)
        {
            return null;
        }
    }

    private static UnixChild Start(
        ChildStart start,
        Guardian? guardian,
        AnonymousPipeServerStream input,
        AnonymousPipeServerStream output,
        AnonymousPipeServerStream error
    )
    {
        var process = Spawn(
            start,
            guardian?.Group ?? 0,
            [input.ClientSafePipeHandle, output.ClientSafePipeHandle, error.ClientSafePipeHandle]
        );
        input.DisposeLocalCopyOfClientHandle();
        output.DisposeLocalCopyOfClientHandle();
        error.DisposeLocalCopyOfClientHandle();
        var read = Task.WhenAll(
            LineReader.Start(output, line => start.OnLine(line, false)),
            LineReader.Start(error, line => start.OnLine(line, true))
        );
#pragma warning disable CA2000 // As above.
        var writer = new StreamWriter(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
#pragma warning restore CA2000
        return new UnixChild(start, guardian, process, writer, read);
    }

    private static SpawnedProcess Spawn(ChildStart start, int group, IReadOnlyList<System.Runtime.InteropServices.SafeHandle> descriptors)
    {
        string[] arguments = [start.Executable, .. start.Arguments];
        string[] variables = [.. start.Variables.Select(v => $"{v.Key}={v.Value}")];
        try
        {
            return SpawnedProcess.Start(start.Executable, arguments, variables, start.WorkingDirectory, group, descriptors);
        }
        catch (EntryPointNotFoundException)
        {
            // A glibc before 2.29 (RHEL 8): a shell goes there first, and becomes the program.
            arguments = ["sh", "-c", "cd -- \"$1\" && shift && exec \"$@\"", "sh", start.WorkingDirectory, .. arguments];
            return SpawnedProcess.Start("/bin/sh", arguments, variables, directory: null, group, descriptors);
        }
    }

    private async Task<int> WaitAsync()
    {
        var exitCode = await _process.Exited.ConfigureAwait(false);
        await Task.WhenAny(_output, Task.Delay(s_patienceForOutput)).ConfigureAwait(false);
        return exitCode;
    }
}
