using System.Collections.Frozen;
using System.Globalization;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>
/// The flags that some <c>go</c> command takes: what GOFLAGS may hold (cmd/go/internal/base, <c>InitGOFLAGS</c>). Found by asking Go 1.19, 1.21,
/// 1.22, 1.23, 1.24, 1.26 and 1.27 for every name in their sources.
/// </summary>
internal static class GoFlagNames
{
    private const string Old =
        "a asan asmflags bench benchmem benchtime blockprofile blockprofilerate buildmode buildvcs c cache compat compiled compiler count cover "
        + "covermode coverpkg coverprofile cpu cpuprofile d debug-actiongraph debug-trace deps dropexclude dropreplace droprequire dropretract "
        + "dropuse e exclude exec export f failfast find fix fmt fuzz fuzzcache fuzzminimizetime fuzztime gccgoflags gcflags go i insecure "
        + "installsuffix json ldflags linkshared list m memprofile memprofilerate mod modcache modcacherw modfile module msan mutexprofile "
        + "mutexprofilefraction n o outputdir overlay p parallel pkgdir print r race replace require retract retracted reuse run short shuffle t "
        + "tags test testcache timeout toolexec trace trimpath u use v vendor versions vet vettool w work x";

    private const string New =
        "C:20 pgo:20 skip:20 debug-runtime-trace:21 fullpath:21 toolchain:21 changed:23 diff:23 dropgodebug:23 godebug:23 droptool:24 tool:24 "
        + "dropignore:25 ignore:25 artifacts:26";

    private static readonly FrozenDictionary<string, int> s_since = Old.Split(' ')
        .Select(name => KeyValuePair.Create(name, 0))
        .Concat(New.Split(' ').Select(Parse))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The minor version that first knows a flag; 0 for all, null when none does.</summary>
    /// <param name="name">Without dashes.</param>
    public static int? Since(string name) =>
        s_since.TryGetValue(name, out var since) ? since
        : name.StartsWith("test.", StringComparison.Ordinal) ? Since(name["test.".Length..])
        : null;

    private static KeyValuePair<string, int> Parse(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        return KeyValuePair.Create(entry[..colon], int.Parse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
