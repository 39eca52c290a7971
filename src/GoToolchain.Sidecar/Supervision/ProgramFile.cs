using System.Runtime.InteropServices;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Finds the program that a <c>GoSidecar</c> item put beside the application, in whatever way that was published.</summary>
internal static class ProgramFile
{
    /// <summary>The program.</summary>
    /// <param name="sidecar">The name of the sidecar, for the message.</param>
    /// <param name="program">A name, a path below the application, or an absolute path; without <c>.exe</c>.</param>
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.ProgramMissing"/>, with the places that were looked at.</exception>
    public static string Find(string sidecar, string program) => Find(sidecar, program, AppContext.BaseDirectory, Environment.ProcessPath);

    internal static string Find(string sidecar, string program, string baseDirectory, string? processPath)
    {
        var places = Places(program, baseDirectory, processPath).Distinct(StringComparer.Ordinal).ToList();
        return places.Find(File.Exists)
            ?? throw new GoSidecarException(
                GoSidecarErrorCodes.ProgramMissing,
                sidecar,
                $"The program of the sidecar {sidecar} is not there. Looked at: {string.Join(", ", places)}. "
                    + "Let a GoSidecar item of the project build it, or set Program to its name or absolute path."
            );
    }

    private static IEnumerable<string> Places(string program, string baseDirectory, string? processPath)
    {
        var name =
            OperatingSystem.IsWindows() && !program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? program + ".exe" : program;
        if (Path.IsPathFullyQualified(name))
        {
            yield return Path.GetFullPath(name);
            yield break;
        }

        yield return Path.GetFullPath(name, baseDirectory);

        // A single file with IncludeAllContentForSelfExtract unpacks into another directory; the sidecar stays beside the file. Where the process is
        // `dotnet`, there is nothing of the application beside it.
        if (
            processPath is not null
            && !Path.GetFileNameWithoutExtension(processPath).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            && Path.GetDirectoryName(processPath) is { } beside
        )
        {
            yield return Path.GetFullPath(name, beside);
        }

        // Where a program without a RuntimeIdentifier keeps what differs by platform.
        foreach (var rid in RuntimeIdentifiers())
        {
            yield return Path.GetFullPath(Path.Combine("runtimes", rid, "native", name), baseDirectory);
        }
    }

    // Of this machine, then the portable one that projects name.
    private static IEnumerable<string> RuntimeIdentifiers()
    {
        yield return RuntimeInformation.RuntimeIdentifier;
        var os =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : "linux";
        yield return $"{os}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
