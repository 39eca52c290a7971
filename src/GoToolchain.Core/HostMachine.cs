using System.Collections;
using System.Runtime.InteropServices;
using CliWrap;

namespace GoToolchain;

/// <summary>
/// Everything that the library takes from the machine it runs on: environment variables, home, temporary directory, file system
/// root, clock, and the start of processes. Nothing else in the library reads any of these. Tests replace it.
/// </summary>
public class HostMachine
{
    /// <summary>The environment variables of this host. Names ignore case on Windows only.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The user's home directory: absolute.</summary>
    public required string HomeDirectory { get; init; }

    /// <summary>A directory for temporary files: absolute.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>What stands before well-known absolute places such as <c>/usr/local/go</c>: <c>/</c> but in tests.</summary>
    public string FileSystemRoot { get; init; } = "/";

    /// <summary>The platform of this machine.</summary>
    public required GoPlatform Platform { get; init; }

    /// <summary>The operating system in its own words, for example <c>Debian GNU/Linux 12 (bookworm)</c>: for reports, nothing else.</summary>
    public string SystemName { get; init; } = RuntimeInformation.OSDescription;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads the state of the real machine once.</summary>
    /// <returns>A snapshot: later changes of the process environment are not seen.</returns>
    public static HostMachine Detect()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new HostMachine
        {
            Variables = ReadVariables(),
            HomeDirectory = home.Length > 0 ? home : Path.GetTempPath(),
            TempDirectory = Path.TrimEndingDirectorySeparator(Path.GetTempPath()),
            Platform = GoPlatform.Host,
        };
    }

    /// <summary>The value of an environment variable, or null when it is not set or empty.</summary>
    /// <param name="name">The name.</param>
    public string? GetVariable(string name) => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A well-known absolute Unix place, below <see cref="FileSystemRoot"/>.</summary>
    /// <param name="absolutePath">For example <c>/usr/local/go</c>.</param>
    public string Rooted(string absolutePath)
    {
        ArgumentNullException.ThrowIfNull(absolutePath);
        return FileSystemRoot == "/" ? absolutePath : Path.Combine(FileSystemRoot, absolutePath.TrimStart('/'));
    }

    /// <summary>
    /// A command that runs a program with exactly the <see cref="Variables"/> of this host. Every process that the library starts is
    /// started through this method.
    /// </summary>
    /// <param name="executable">Absolute path of the program.</param>
    public virtual Command CreateCommand(string executable)
    {
        var changes = new Dictionary<string, string?>(VariableNames);
        foreach (var name in ReadVariables().Keys)
        {
            changes[name] = null;
        }

        foreach (var (name, value) in Variables)
        {
            changes[name] = value;
        }

        return Cli.Wrap(executable).WithEnvironmentVariables(changes);
    }

    /// <summary>The first executable of that name on <c>PATH</c>, or null.</summary>
    /// <param name="name">File name without a directory, for example <c>apt-get</c>.</param>
    public string? FindOnPath(string name)
    {
        foreach (var directory in SearchPath)
        {
            var file = Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The absolute directories of <c>PATH</c>, in order. Relative and empty entries are left out.</summary>
    public IEnumerable<string> SearchPath =>
        (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified);

    private static StringComparer VariableNames =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(VariableNames);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
