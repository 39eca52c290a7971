using GoToolchain.Store;

namespace GoToolchain.MSBuild.Building;

/// <summary>Where a Go came from, in a few words for people.</summary>
internal static class GoOriginText
{
    public static string Of(GoInstallation go)
    {
        var candidate = go.Candidate;
        if (candidate.IsManaged && ReadReceipt(go.Root) is { } receipt)
        {
            return $"installed from {receipt.Source} ({receipt.From}, {receipt.Trust.ToString().ToLowerInvariant()})";
        }

        var foundAs = candidate.FoundAs[0];
        return candidate.Origins[0] switch
        {
            GoOrigin.Explicit => "named by the project",
            GoOrigin.GoRootVariable => "found through the environment variable GOROOT",
            GoOrigin.Store => "found in the store, without a receipt",
            GoOrigin.SearchPath => $"found on PATH as {foundAs}",
            GoOrigin.OfficialInstaller => "found where the official installer puts it",
            GoOrigin.Distribution => "found as a package of the distribution",
            GoOrigin.GoDl => "found where golang.org/dl puts it",
            GoOrigin.HomeDirectory => "found in the home directory",
            GoOrigin.ModuleCache => "found in the module cache, where go had fetched it for itself",
            GoOrigin.ToolCache => "found in the tool cache of the CI runner",
            GoOrigin.Ide => "found where IDEs put it",
            var manager => $"found where {manager.ToName()} puts it",
        };
    }

    // The store's layout is fixed: toolchains/NAME belongs to receipts/NAME.json.
    private static Receipt? ReadReceipt(string root)
    {
        var toolchains = Path.GetDirectoryName(root);
        var store = Path.GetDirectoryName(toolchains);
        return store is null ? null : Receipt.Read(new StoreLayout(store).Receipt(Path.GetFileName(root)));
    }
}
