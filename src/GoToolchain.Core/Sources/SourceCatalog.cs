using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources;

/// <summary>Turns the names of sources in the settings into sources.</summary>
internal static class SourceCatalog
{
    public static IReadOnlyList<IGoSource> Create(GoToolchainSettings settings, HostMachine host, StoreLayout layout, ILogger logger) =>
        [
            .. settings
                .Sources.Where(s => s == "apt" || s.StartsWith("apt:", StringComparison.Ordinal))
                .Select(s => new Apt.AptSource(host, layout, s.Length > 4 ? s[4..] : null, settings.LockTimeout, logger)),
        ];
}
