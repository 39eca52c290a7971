using System.IO.Compression;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Proxy;

/// <summary>Unpacks the zip file of a version of <see cref="ToolchainModule"/> into a GOROOT.</summary>
/// <param name="version">The version.</param>
/// <param name="from">Where it comes from, for messages.</param>
internal sealed class ModuleZip(string version, string from)
{
    private const UnixFileMode Program = UnixFileMode.UserExecute;

    private readonly string _prefix = $"{ToolchainModule.Path}@{version}/";
    private readonly ArchiveEntryRules _rules = new(from);

    /// <summary>Writes the tree. Blocks. What it holds is proved by nobody yet.</summary>
    /// <param name="zip">The whole file: seekable.</param>
    /// <param name="root">An existing, empty directory.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Every file.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.ArchiveRefused"/>.</exception>
    public Manifest Unpack(Stream zip, string root, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var writer = new TreeWriter(root, stop);
        try
        {
            ZipUnpacker.Unpack(zip, _rules, writer, stop.Token, Shape);
            return writer.Complete();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new GoToolchainException(
                GoErrorCodes.ArchiveRefused,
                $"The zip file of the module cannot be unpacked: {e.Message.TrimEnd('.')}.",
                from,
                "It is damaged, or no zip file at all: use another module proxy.",
                e
            );
        }
        catch (Exception) when (writer.Failure is not null)
        {
            // The thread that could not write says why.
            cancel.ThrowIfCancellationRequested();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(writer.Failure);
            throw;
        }
    }

    private (string Name, UnixFileMode Mode) Shape(ZipArchiveEntry entry)
    {
        var name = entry.FullName.StartsWith(_prefix, StringComparison.Ordinal)
            ? ToolchainModule.NameInRoot(entry.FullName[_prefix.Length..])
            : null;
        return name is null
            ? throw _rules.Refuse(entry.FullName, "the module of a toolchain holds no such file")
            : ("go/" + name, ToolchainModule.IsExecutable(name) ? Program : UnixFileMode.None);
    }
}
