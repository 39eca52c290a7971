using GoToolchain.Execution.CCompilers;
using GoToolchain.Fixtures;
using GoToolchain.Versions;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>docs/cross-compiling.md says what the code does.</summary>
public sealed class CrossCompilingPageTests
{
    private static readonly string s_page = File.ReadAllText(RepositoryRoot.File("docs", "cross-compiling.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_of_platforms_is_that_of_the_code()
    {
        string[] expected =
        [
            "| runtime identifier | Go | sidecar without a C compiler | shared library | C compilers looked for | packages | zig |",
            "|---|---|---|---|---|---|---|",
            .. GoRuntimeIdentifiers.All.Select(GoTarget.FromRuntimeIdentifier).Select(Row),
        ];

        Assert.Equal(string.Join('\n', expected), Table("| runtime identifier |"));
    }

    [Fact]
    public void The_table_of_packages_for_the_machine_itself_is_that_of_the_code()
    {
        string[] expected =
        [
            "| package manager | C compiler of the machine | `musl-gcc` |",
            "|---|---|---|",
            .. CompilerPackages.OfThisMachine.Select(p =>
                $"| {Name(p.Key)} | `{p.Value}` | {(CompilerPackages.OfMuslWrapper.TryGetValue(p.Key, out var musl) ? $"`{musl}`" : "")} |"
            ),
        ];

        Assert.Equal(string.Join('\n', expected), Table("| package manager |"));
    }

    private static string Table(string start)
    {
        var at = s_page.IndexOf(start, StringComparison.Ordinal);
        var end = at < 0 ? -1 : s_page.IndexOf("\n\n", at, StringComparison.Ordinal);
        return at < 0 ? "" : s_page[at..(end < 0 ? s_page.Length : end)].TrimEnd();
    }

    private static string Row(GoTarget target)
    {
        var port = GoPorts.Find(target.Platform)!;
        var known = CrossCompilers.Of(target);
        var programs = known.Programs.Append(known.OfSameProcessor).Append(Ndk(target)).Where(p => p is not null);
        string[] cells =
        [
            $"`{target.RuntimeIdentifier}`",
            $"{target.Platform}{(target.Arm is { } arm ? $", GOARM={arm}" : "")}{Versions(port)}",
            port.NeedsExternalLinker ? "no" : "yes",
            Shared(target, port),
            string.Join("<br>", programs.Select(p => $"`{p}`")),
            string.Join("<br>", known.Packages.Select(p => $"{Name(p.Key)}: `{p.Value}`")),
            known.ZigTarget is { } zig ? $"`{zig}`" : "",
        ];
        return $"| {string.Join(" | ", cells)} |"
            .Replace("|  |", "| |", StringComparison.Ordinal)
            .Replace("|  |", "| |", StringComparison.Ordinal);
    }

    private static string? Ndk(GoTarget target) => target.Platform.Os == "android" ? AndroidNdk.Triple(target.Platform) + "21-clang" : null;

    private static string Versions(GoPort port) =>
        (port.Since > 0 ? $", since Go 1.{port.Since}" : "") + (port.Gone is { } gone ? $", up to Go 1.{gone - 1}" : "");

    private static string Shared(GoTarget target, GoPort port) =>
        target.IsMusl && port.SharedSince is not null ? "refused"
        : port.SharedSince is not { } since || target.Platform.Arch == "wasm" ? "no"
        : since == 0 ? "yes"
        : $"since Go 1.{since}";

    private static string Name(PackageManager manager) =>
        manager switch
        {
            PackageManager.Homebrew => "Homebrew",
            PackageManager.WinGet => "winget",
            _ => manager.ToString().ToLowerInvariant(),
        };
}
