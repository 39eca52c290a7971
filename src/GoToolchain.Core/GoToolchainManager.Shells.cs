using GoToolchain.Environments.Shells;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// What a shell has to run so that it finds Go, and the programs that <c>go install</c> writes: both directories come first on PATH, and GOROOT is
    /// not set. Where a stable link leads to that Go, it is named instead, so that what is written never leads nowhere.
    /// </summary>
    /// <param name="shell">The shell; null: that of <c>$SHELL</c>.</param>
    /// <param name="spec">The wanted version; null: the Go to which a stable link leads, else what the project says, else any.</param>
    /// <param name="cancel">Ends the wait for sources, which are asked when no Go fits, for the error.</param>
    /// <exception cref="GoToolchainException">No Go fits, or <see cref="GoErrorCodes.UnknownShell"/>.</exception>
    public async Task<ShellEnvironment> GetShellEnvironmentAsync(
        GoShell? shell = null,
        string? spec = null,
        CancellationToken cancel = default
    )
    {
        var wanted = shell ?? UserShell.Of(Options.Host);
        var (directories, _) = await ShellDirectoriesAsync(spec, cancel).ConfigureAwait(false);
        var text = string.Concat(ShellText.Of(wanted, directories).Select(line => line + "\n"));
        return new ShellEnvironment(wanted, text, directories.All);
    }

    /// <summary>
    /// Writes a marked block into the start-up files of the user's shells, so that shells at login, interactive ones and scripts find Go: see
    /// <c>docs/shells.md</c>. Where it is already, nothing is written. Permissions, owner, links and all other bytes of a file stay as they are; a copy of
    /// a file that was there stays beside it.
    /// </summary>
    /// <param name="options">What to do; null: everything by default.</param>
    /// <param name="cancel">Ends it between two files.</param>
    /// <exception cref="GoToolchainException">
    /// No Go fits; or a file cannot be edited (<see cref="GoErrorCodes.StartFileNotWritable"/>, <see cref="GoErrorCodes.StartFileNotText"/>), or its block
    /// was edited (<see cref="GoErrorCodes.ShellBlockEdited"/>, <see cref="GoErrorCodes.ShellBlockBroken"/>): then no file was written.
    /// </exception>
    public async Task<ShellBlockReport> InstallShellBlockAsync(ShellBlockOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new ShellBlockOptions();
        var (directories, remarks) = await ShellDirectoriesAsync(options.Spec, cancel).ConfigureAwait(false);
        var shells = options.Shells ?? new ShellFiles(Options.Host).InUse();
        var edits = new BlockPlan(Options.Host, options.Force).Write(shells.Distinct(), directories);
        return new ShellBlockReport(directories.All, Apply(edits, options, cancel), [.. remarks, .. ShellRemarks.Of(Options.Host)]);
    }

    /// <summary>
    /// Takes the block out of every start-up file: each is then, byte by byte, what it was before; one that was made for the block is removed. Copies
    /// that hold the same as the file are removed too.
    /// </summary>
    /// <param name="options">What to do; null: everything by default.</param>
    /// <param name="cancel">Ends it between two files.</param>
    /// <exception cref="GoToolchainException">As for <see cref="InstallShellBlockAsync"/>: then no file was written.</exception>
    public Task<ShellBlockReport> RemoveShellBlockAsync(ShellBlockOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new ShellBlockOptions();
        var edits = new BlockPlan(Options.Host, options.Force).Remove(options.Shells ?? Enum.GetValues<GoShell>());
        return Task.FromResult(new ShellBlockReport([], Apply(edits, options, cancel), []));
    }

    private static List<ShellFileChange> Apply(IReadOnlyList<BlockEdit> edits, ShellBlockOptions options, CancellationToken cancel)
    {
        var changes = new List<ShellFileChange>();
        foreach (var edit in edits)
        {
            cancel.ThrowIfCancellationRequested();
            var description = edit.Describe();
            changes.Add(options.DryRun ? description : description with { Backup = edit.Apply() });
        }

        return changes;
    }

    private async Task<(ShellDirectories Directories, IReadOnlyList<string> Remarks)> ShellDirectoriesAsync(
        string? spec,
        CancellationToken cancel
    )
    {
        var (root, go) = spec is null && UsedLinks().FirstOrDefault() is { } first ? (first.Link, first.Go) : (null, Find(spec)?.Candidate);
        if (go is null)
        {
            throw await ExplainMissingAsync(spec, cancel).ConfigureAwait(false);
        }

        root ??= UsedLinks().FirstOrDefault(l => l.Go.ResolvedRoot == go.ResolvedRoot)?.Link;
        var directories = ShellDirectories.Of(Options.Host, go, root ?? go.Root, out var remark);
        var noLink =
            root is null && go.IsManaged
                ? $"PATH leads to {go.Root} itself. With a stable link (`gotoolchain link ~/.local/go`, or `gotoolchain setup`) it stays right when the version changes."
                : null;
        return (directories, [.. new[] { remark, noLink }.OfType<string>()]);
    }

    private sealed record UsedLink(string Link, GoCandidate Go);

    // The stable links of the store that lead to a usable Go.
    private IEnumerable<UsedLink> UsedLinks()
    {
        var managed = Locator(null).LocateIn(GoOrigin.Store);
        return from link in _store.Links()
            let go = managed.FirstOrDefault(c => c.Verdict == GoVerdict.Usable && Path.GetFileName(c.ResolvedRoot) == link.Toolchain)
            where go is not null
            select new UsedLink(link.Path, go);
    }
}
