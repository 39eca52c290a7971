using System.Globalization;
using System.Text;

namespace GoToolchain.Environments.Shells;

/// <summary>Plans the changes of start-up files. All are planned before the first is made, so that what stands in the way of one keeps all as they are.</summary>
/// <param name="host">The machine.</param>
/// <param name="force">Blocks that somebody has edited are replaced too.</param>
internal sealed class BlockPlan(HostMachine host, bool force)
{
    /// <summary>Writing the block.</summary>
    /// <param name="shells">The shells.</param>
    /// <param name="directories">What to put on PATH.</param>
    /// <exception cref="GoToolchainException">A file cannot be edited, or its block was.</exception>
    public IReadOnlyList<BlockEdit> Write(IEnumerable<GoShell> shells, ShellDirectories directories)
    {
        var files = new ShellFiles(host);
        return Checked(
            shells
                .SelectMany(files.ToWrite)
                .Select(file =>
                {
                    var before = StartFileContent.Read(file.Path, out var target);
                    var old = before is null ? null : Find(file, Encoding.Latin1.GetString(before));
                    var lines = ShellText.Of(file.Shell, directories);
                    var text = before is null ? null : Encoding.Latin1.GetString(before);
                    var after = BlockText.Put(text, old, lines, file.Shell, before is null ? MissingAbove(target) : 0);
                    return new BlockEdit(host, file, target, before, Encoding.Latin1.GetBytes(after), old);
                })
        );
    }

    /// <summary>Taking it out, wherever it is.</summary>
    /// <param name="shells">The shells.</param>
    /// <exception cref="GoToolchainException">A file cannot be edited, or its block was.</exception>
    public IReadOnlyList<BlockEdit> Remove(IEnumerable<GoShell> shells) =>
        Checked(shells.SelectMany(new ShellFiles(host).All).Select(Remove).OfType<BlockEdit>());

    private BlockEdit? Remove(ShellFile file)
    {
        // What cannot be read as text holds no block.
        byte[]? before;
        string target;
        try
        {
            before = StartFileContent.Read(file.Path, out target);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.StartFileNotText)
        {
            return null;
        }

        var text = before is null ? "" : Encoding.Latin1.GetString(before);
        return Find(file, text) is { } old
            ? new BlockEdit(host, file, target, before, BlockText.Take(text, old) is { } rest ? Encoding.Latin1.GetBytes(rest) : null, old)
            : null;
    }

    private BlockPlace? Find(ShellFile file, string text)
    {
        var found = BlockPlace.FindAll(text, out var broken);
        if (broken > 0 || found.Count > 1)
        {
            var line = broken > 0 ? broken : found[1].Line;
            var place = string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{line}");
            throw new GoToolchainException(
                GoErrorCodes.ShellBlockBroken,
                broken > 0
                    ? $"The mark in {place} has no counterpart, so nobody can tell where the block of gotoolchain ends."
                    : $"{place} is the second block of gotoolchain in that file.",
                place,
                $"Remove the lines from `{MarkedBlock.Begin}` to `{MarkedBlock.End}` by hand."
            );
        }

        if (found is [{ IsIntact: false } edited] && !force)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{edited.Line}");
            throw new GoToolchainException(
                GoErrorCodes.ShellBlockEdited,
                $"The block in {place} is not as gotoolchain wrote it: somebody has edited it, and it is left alone.",
                place,
                "Move lines of your own out of the block. --force replaces it, or takes it out, and keeps a copy of the file."
            );
        }

        return found.Count == 0 ? null : found[0];
    }

    // Two names may lead to one file: ~/.bash_profile is often a link to ~/.bashrc.
    private static List<BlockEdit> Checked(IEnumerable<BlockEdit> edits)
    {
        var all = edits.DistinctBy(e => e.Target).ToList();
        all.ForEach(e => e.RequirePossible());
        return all;
    }

    private static int MissingAbove(string file)
    {
        var count = 0;
        for (var directory = Path.GetDirectoryName(file); directory is not null && !Directory.Exists(directory); count++)
        {
            directory = Path.GetDirectoryName(directory);
        }

        return count;
    }
}
