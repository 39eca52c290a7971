using System.Security.Cryptography;

namespace GoToolchain.Health;

/// <summary>
/// A directory for the files of one examination. A temporary directory that cannot be used is what a check may be about to find out, so the
/// cache and the runtime directory of the user are tried after it.
/// </summary>
internal sealed class ScratchPlace : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Bytes that have to fit: a small program, and what its compilation leaves.</summary>
    public const int LeastSpace = 16 << 20;

    private ScratchPlace(string directory) => Directory = directory;

    /// <summary>Absolute.</summary>
    public string Directory { get; }

    /// <summary>Makes one.</summary>
    /// <param name="host">The machine.</param>
    /// <exception cref="GoToolchainException">None of the places can be written.</exception>
    public static ScratchPlace Create(HostMachine host)
    {
        var failures = new List<string>();
        foreach (var parent in Parents(host))
        {
            var directory = Path.Combine(parent, $"gotoolchain-doctor-{Guid.NewGuid():N}");
            if (!System.IO.Directory.Exists(parent))
            {
                // It is not ours to make.
                failures.Add($"{parent}: it does not exist");
                continue;
            }

            try
            {
                if (OperatingSystem.IsWindows())
                {
                    System.IO.Directory.CreateDirectory(directory);
                }
                else
                {
                    System.IO.Directory.CreateDirectory(directory, OwnerOnly);
                }

                var place = new ScratchPlace(directory);
                place.RequireSpace();
                return place;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failures.Add($"{parent}: {e.Message}");
            }
        }

        throw new GoToolchainException(
            GoErrorCodes.NoScratchPlace,
            $"No directory for temporary files can be written. {string.Join("; ", failures)}",
            nextStep: "Set TMPDIR (on Windows TEMP) to a directory that this user may write."
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program that was killed may still hold a file for a moment; what stays is litter in a temporary directory, and no finding.
        }
    }

    // A full disk often still has room for a name; random, for some file systems store zeros in no space.
    private void RequireSpace()
    {
        var file = Path.Combine(Directory, "space");
        try
        {
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(LeastSpace));
            File.Delete(file);
        }
        catch (IOException)
        {
            Dispose();
            throw;
        }
    }

    private static IEnumerable<string> Parents(HostMachine host)
    {
        yield return host.TempDirectory;
        if (host.GetVariable("XDG_RUNTIME_DIR") is { } runtime && Path.IsPathFullyQualified(runtime))
        {
            yield return runtime;
        }

        var cache = host.GetVariable("XDG_CACHE_HOME");
        yield return cache is not null && Path.IsPathFullyQualified(cache) ? cache : Path.Combine(host.HomeDirectory, ".cache");
        yield return host.HomeDirectory;
    }
}
