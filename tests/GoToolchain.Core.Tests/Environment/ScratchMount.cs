using System.Diagnostics;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>A small file system of its own for a test that has to fill it or forbid something on it.</summary>
internal sealed class ScratchMount : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    private ScratchMount(string options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Environment.IsPrivilegedProcess, "Only root may mount a file system.");
        Point = _scratch.CreateDirectory("mount");
        var failure = Run("/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", Point);
        Assert.SkipWhen(failure is not null, $"This machine lets nobody mount a file system: {failure}");
    }

    public string Point { get; }

    public static ScratchMount With(string options) => new(options);

    public void Remount(string options) => Assert.Null(Run("/bin/mount", "-o", $"remount,{options}", Point));

    public void Dispose()
    {
        Assert.Null(Run("/bin/umount", Point));
        _scratch.Dispose();
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error;
    }
}
