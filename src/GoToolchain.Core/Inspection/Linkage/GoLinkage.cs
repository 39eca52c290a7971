using GoToolchain.Inspection.Linkage;
using GoToolchain.Inspection.Linkage.Diagnoses;

namespace GoToolchain;

/// <summary>
/// Finds the shared libraries that a program or library needs, and theirs, by the rules of the loader that would load it, and says what is wrong.
/// Nothing is run: unlike <c>ldd</c>, it can be used on files that nobody trusts, and on files for other machines.
/// </summary>
public static class GoLinkage
{
    /// <summary>Looks at a file: ELF, PE or Mach-O.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="host">The machine on which it would run; its variables (LD_LIBRARY_PATH, LD_PRELOAD) count.</param>
    /// <param name="options">Default: no current directory.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FileNotInspectable"/>, <see cref="GoErrorCodes.FileNotReadable"/>,
    /// <see cref="GoErrorCodes.NotAProgram"/>.</exception>
    public static LinkageReport Read(string file, HostMachine host, LinkageOptions? options = null)
    {
        RequireAbsolute(file, nameof(file));
        ArgumentNullException.ThrowIfNull(host);
        return LinkageReader.Read(Path.GetFullPath(file), host, options ?? new LinkageOptions());
    }

    /// <summary>
    /// Says why a Go program cannot open a plugin (<c>-buildmode=plugin</c>), as far as both files tell: Go wants both built by the same Go, with the
    /// same settings, from the same versions of what they share (https://pkg.go.dev/plugin, "Warnings").
    /// </summary>
    /// <param name="program">The program: absolute.</param>
    /// <param name="plugin">The plugin: absolute.</param>
    /// <returns>Empty when nothing speaks against it.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FileNotInspectable"/>, <see cref="GoErrorCodes.FileNotReadable"/>.</exception>
    public static IReadOnlyList<LinkageFinding> CheckPlugin(string program, string plugin)
    {
        RequireAbsolute(program, nameof(program));
        RequireAbsolute(plugin, nameof(plugin));
        return [.. PluginDiagnosis.Compare(GoBinaryFile.Inspect(program), GoBinaryFile.Inspect(plugin))];
    }

    private static void RequireAbsolute(string file, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(file, parameter);
        if (!Path.IsPathFullyQualified(file))
        {
            throw new ArgumentException($"`{file}` is not an absolute path.", parameter);
        }
    }
}
