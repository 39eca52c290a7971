using System.Text;

namespace GoToolchain.Environments.Shells;

/// <summary>A change of one start-up file: planned by reading it, and made only when it still holds what was read.</summary>
/// <param name="host">The machine.</param>
/// <param name="file">The file.</param>
/// <param name="target">Where it is when its links are followed: absolute.</param>
/// <param name="before">What it holds; null: it is not there.</param>
/// <param name="after">What it is to hold; null: it is removed.</param>
/// <param name="old">The block that it holds; null: none.</param>
internal sealed class BlockEdit(HostMachine host, ShellFile file, string target, byte[]? before, byte[]? after, BlockPlace? old)
{
    private bool IsRemoval => after is null || (old is not null && !Text(after).Contains(MarkedBlock.Begin, StringComparison.Ordinal));

    /// <summary>The file that is written.</summary>
    public string Target => target;

    /// <summary>What is done.</summary>
    public ShellFileAction Action =>
        after is null ? ShellFileAction.Deleted
        : before is null ? ShellFileAction.Created
        : before.AsSpan().SequenceEqual(after) ? ShellFileAction.UpToDate
        : IsRemoval ? ShellFileAction.Restored
        : old is null ? ShellFileAction.Added
        : ShellFileAction.Updated;

    /// <summary>It can be made: nothing says that the file is not to be written.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StartFileNotWritable"/>.</exception>
    public void RequirePossible()
    {
        if (before is not null && Action != ShellFileAction.UpToDate)
        {
            StartFileContent.RequireWritable(file.Path, target);
        }
    }

    /// <summary>What it comes to, for a report.</summary>
    /// <param name="backup">The copy that was made; null: none.</param>
    public ShellFileChange Describe(string? backup = null) =>
        new(
            file.Shell,
            file.Path,
            target,
            file.ReadBy,
            Action,
            Action == ShellFileAction.UpToDate ? "" : UnifiedDiff.Of(target, Shown(before), Shown(after)),
            backup
        );

    /// <summary>Makes it.</summary>
    /// <returns>The copy of the old file; null: none was needed, for nothing is lost.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StartFileNotWritable"/>: the file is as it was.</exception>
    public string? Apply()
    {
        if (Action == ShellFileAction.UpToDate)
        {
            return null;
        }

        try
        {
            if (before is null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                FileContent.WriteNew(target, after);
                return null;
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(before))
            {
                throw StartFileContent.NotWritable(file.Path, target, "it was changed by somebody else in this moment", "Try again.");
            }

            // What is taken out as it was written can be written again.
            var backup = IsRemoval && old?.IsIntact == true ? null : FileBackup.Make(host, target);
            if (after is null)
            {
                Delete();
                return backup;
            }

            FileContent.Replace(target, after);
            if (IsRemoval)
            {
                FileBackup.RemoveEqual(target, after);
            }

            return backup;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFileContent.NotWritable(file.Path, target, e.Message.TrimEnd('.'), "Make it writable for this user.", e);
        }
    }

    private void Delete()
    {
        File.Delete(target);
        var directory = Path.GetDirectoryName(target);
        for (var left = old!.Block.DirectoriesCreated; left > 0 && directory is not null; left--)
        {
            if (Directory.EnumerateFileSystemEntries(directory).Any())
            {
                return;
            }

            Directory.Delete(directory);
            directory = Path.GetDirectoryName(directory);
        }
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static string? Shown(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
