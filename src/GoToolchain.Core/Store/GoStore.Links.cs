using GoToolchain.Inspection;
using GoToolchain.Store.Links;

namespace GoToolchain.Store;

internal sealed partial class GoStore
{
    private readonly LinkRegistry _links = new(layout);

    /// <summary>The links that lead to a toolchain.</summary>
    /// <param name="name">The toolchain.</param>
    public IReadOnlyList<string> LinksTo(string name) => _links.LeadingTo(name);

    /// <summary>The links that lead to a toolchain of this store now, each with that toolchain.</summary>
    public IEnumerable<(string Path, string Toolchain)> Links() =>
        from record in _links.All()
        let toolchain = _links.ToolchainOf(record.Path)
        where toolchain is not null
        select (record.Path, toolchain);

    /// <summary>Lets a stable link lead to a toolchain.</summary>
    /// <param name="link">The link: absolute.</param>
    /// <param name="name">The toolchain.</param>
    /// <param name="progress">Where to report a wait.</param>
    /// <param name="cancel">Ends the wait for a lock.</param>
    /// <returns>False when the toolchain is gone: then nothing has changed.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LinkRefused"/>, or the store cannot be written.</exception>
    public async Task<bool> LinkAsync(string link, string name, IProgress<GoProgress> progress, CancellationToken cancel)
    {
        StoreVersion.RequireWritable(layout);
        using var linkHeld = await LockAsync(LinkRegistry.LockName(link), progress, cancel).ConfigureAwait(false);
        // While it is held nobody removes the toolchain.
        using var held = await LockAsync(name, progress, cancel).ConfigureAwait(false);
        if (!Directory.Exists(layout.Toolchain(name)))
        {
            return false;
        }

        RequireReplaceable(link);
        try
        {
            StoreVersion.Upgrade(layout, name);
            _links.Remember(link, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Links);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            DirectoryLink.Set(link, layout.Toolchain(name));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.LinkRefused,
                $"The link cannot be made: {e.Message.TrimEnd('.')}.",
                link,
                "Choose a place that this user may write, such as ~/.local/go.",
                e
            );
        }
    }

    // What is no link is somebody's work; a link to something else than a Go is somebody's intention.
    private void RequireReplaceable(string link)
    {
        FileFacts facts;
        bool isLink;
        try
        {
            facts = FileFacts.Of(link);
            isLink = new FileInfo(link).LinkTarget is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.LinkRefused,
                $"The place of the link cannot be looked at: {e.Message.TrimEnd('.')}.",
                link,
                "Choose a place that this user may read and write.",
                e
            );
        }

        if (Path.GetFullPath(link).StartsWith(layout.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw Refuse("A link inside the store would be taken for a part of it.", "Choose a place outside the store.");
        }

        if (facts.Kind != FileKind.Missing && !isLink)
        {
            throw Refuse(
                facts.Kind == FileKind.Directory
                    ? "There is a directory of that name, not a link."
                    : "There is a file of that name, not a link.",
                "Move it away first, or choose another name: nothing of yours is ever replaced."
            );
        }

        if (facts.Kind == FileKind.File || (facts.Kind == FileKind.Directory && !LeadsToGo(link)))
        {
            throw Refuse(
                $"There is a link of that name, and it leads to {new FileInfo(link).LinkTarget}, which is no Go.",
                "Remove it first, or choose another name."
            );
        }

        GoToolchainException Refuse(string problem, string next) => new(GoErrorCodes.LinkRefused, problem, link, next);
    }

    // Even a damaged one.
    private bool LeadsToGo(string link) =>
        _links.ToolchainOf(link) is not null
        || File.Exists(Path.Combine(link, "VERSION"))
        || Directory.Exists(Path.Combine(link, "pkg", "tool"));
}
