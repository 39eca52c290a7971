using System.IO.Pipes;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>
/// A shell that waits for the end of a pipe and then kills the tree of a sidecar. It leads the process group into which the sidecar is born, so there is
/// no moment in which the sidecar runs unguarded; and as long as it lives, the number of that group belongs to nobody else.
/// </summary>
internal sealed class Guardian
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly string s_script = ReadScript();

    private readonly SpawnedProcess _shell;
    private readonly AnonymousPipeServerStream _pipe;

    private Guardian(SpawnedProcess shell, AnonymousPipeServerStream pipe) => (_shell, _pipe) = (shell, pipe);

    /// <summary>The process group.</summary>
    public int Group => _shell.Id;

    /// <summary>Starts one.</summary>
    /// <param name="start">What it guards: the mark in its environment, and the PATH on which ps and grep are found.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no shell.</exception>
    public static Guardian Start(ChildStart start)
    {
#pragma warning disable CA2000 // The guardian that is returned owns it.
        var pipe = ChildPipe.ToChild();
#pragma warning restore CA2000
        try
        {
            var shell = SpawnedProcess.Start(
                start.Shell,
                ["sh", "-c", s_script, "gotoolchain-guardian", start.Mark],
                [$"PATH={start.Variables.GetValueOrDefault("PATH", "/usr/bin:/bin")}", "LC_ALL=C"],
                directory: null,
                group: 0,
                [pipe.ClientSafePipeHandle]
            );
            pipe.DisposeLocalCopyOfClientHandle();
            return new Guardian(shell, pipe);
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    /// <summary>Kills everything in its care; when this returns, nothing of it runs.</summary>
    /// <returns>False: somebody has killed the guardian before it had done so.</returns>
    public async Task<bool> EndAsync()
    {
        await _pipe.DisposeAsync().ConfigureAwait(false);
        try
        {
            return await _shell.Exited.WaitAsync(s_patience).ConfigureAwait(false) == 0;
        }
        catch (TimeoutException)
        {
            // It was stopped, or the machine is out of processes for the list: at least the group ends.
            _ = Libc.Signal(-Group, Libc.Kill);
            await _shell.Exited.ConfigureAwait(false);
            return false;
        }
    }

    private static string ReadScript()
    {
        using var stream = typeof(Guardian).Assembly.GetManifestResourceStream("GoToolchain.Sidecar.guardian.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
