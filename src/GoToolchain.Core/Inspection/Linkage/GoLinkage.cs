using GoToolchain.Inspection;
using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Linkage;

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
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(host);
        if (!Path.IsPathFullyQualified(file))
        {
            throw new ArgumentException($"`{file}` is not an absolute path.", nameof(file));
        }

        try
        {
            return LinkageReader.Read(Path.GetFullPath(file), host, options ?? new LinkageOptions());
        }
        catch (UnauthorizedAccessException e)
        {
            throw new GoToolchainException(
                GoErrorCodes.FileNotReadable,
                $"{file} may not be read by this user.",
                file,
                "Change its permissions, or run as a user who may read it.",
                e
            );
        }
        catch (IOException e)
        {
            throw new GoToolchainException(GoErrorCodes.FileNotInspectable, $"{file} cannot be read: {e.Message}", file, inner: e);
        }
        catch (BinaryDamageException e)
        {
            throw new GoToolchainException(
                GoErrorCodes.NotAProgram,
                $"{file} is no program or library whose needs can be read: {e.Message}.",
                file,
                "Check that it is the right file, and that it was copied or downloaded completely.",
                e
            );
        }
    }
}
