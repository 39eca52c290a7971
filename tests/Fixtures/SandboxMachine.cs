using CliWrap;

namespace GoToolchain.Fixtures;

/// <summary>A machine inside a directory: its own home and system places, and no variables but those given.</summary>
public sealed class SandboxMachine : HostMachine
{
    /// <summary>Starting a process is a failure of the test.</summary>
    public bool MayStartProcesses { get; init; } = true;

    /// <summary>Makes one.</summary>
    /// <param name="scratch">Its home is <c>home</c>, its system <c>system</c> in there.</param>
    /// <param name="variables">Its environment; null: HOME alone.</param>
    /// <param name="mayStartProcesses">False: see <see cref="MayStartProcesses"/>.</param>
    /// <param name="platform">Null: this machine's. Another one changes where things are looked for, not how paths are written.</param>
    public static SandboxMachine In(
        ScratchDirectory scratch,
        IReadOnlyDictionary<string, string>? variables = null,
        bool mayStartProcesses = true,
        GoPlatform? platform = null
    )
    {
        ArgumentNullException.ThrowIfNull(scratch);
        var home = scratch.CreateDirectory("home");
        return new SandboxMachine
        {
            Variables = variables ?? new Dictionary<string, string> { ["HOME"] = home },
            HomeDirectory = home,
            TempDirectory = scratch.CreateDirectory("temp"),
            FileSystemRoot = scratch.CreateDirectory("system"),
            Platform = platform ?? GoPlatform.Host,
            MayStartProcesses = mayStartProcesses,
        };
    }

    /// <inheritdoc/>
    public override Command CreateCommand(string executable) =>
        MayStartProcesses ? base.CreateCommand(executable) : throw new InvalidOperationException($"{executable} was about to be started.");
}
