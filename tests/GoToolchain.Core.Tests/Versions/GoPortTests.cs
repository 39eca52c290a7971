using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Versions;

namespace GoToolchain.Core.Tests.Versions;

/// <summary>The table of ports, against the tables in the source of real Go.</summary>
public sealed partial class GoPortTests
{
    [Theory]
    [InlineData("1.19", "src/cmd/dist/build.go", "src/cmd/internal/sys/supported.go")]
    [InlineData("1.22", "src/internal/platform/zosarch.go", "src/internal/platform/supported.go")]
    [InlineData("1.23", "src/internal/platform/zosarch.go", "src/internal/platform/supported.go")]
    public async Task The_table_says_of_every_platform_what_the_source_of_Go_says(string line, string ports, string modes)
    {
        var go = await TestGo.EnsureAsync(line);
        var cancel = TestContext.Current.CancellationToken;
        var (portText, modeText) = (
            await File.ReadAllTextAsync(Path.Combine(go.Root, ports), cancel),
            await File.ReadAllTextAsync(Path.Combine(go.Root, modes), cancel)
        );
        var minor = int.Parse(go.Version.Minor, System.Globalization.CultureInfo.InvariantCulture);
        var known = Ports(portText);
        var shared = CShared().Match(modeText).Value;

        Assert.NotEmpty(known);
        Assert.All(
            GoPorts.All,
            port =>
            {
                var isThere = minor >= port.Since && !(minor >= port.Gone);
                Assert.Equal((port.Platform, isThere), (port.Platform, known.ContainsKey(port.Platform.ToString())));
                Assert.True(!isThere || known[port.Platform.ToString()] == port.HasCgo, $"cgo on {port.Platform}");
                Assert.Equal(
                    (port.Platform, minor >= port.SharedSince),
                    (port.Platform, shared.Contains($"\"{port.Platform}\"", StringComparison.Ordinal))
                );
            }
        );
    }

    [Fact]
    public void Every_runtime_identifier_has_a_port() =>
        Assert.All(GoRuntimeIdentifiers.All, rid => Assert.NotNull(GoPorts.Find(GoTarget.FromRuntimeIdentifier(rid).Platform)));

    [Theory]
    [InlineData("wasi-wasm", "1.20.5", "it came with Go 1.21", "Use Go 1.21 or newer.")]
    [InlineData("win-arm", "1.26.0", "Go 1.26 dropped it", "Use Go 1.25 or older for it.")]
    [InlineData("linux-loongarch64", "1.18", "it came with Go 1.19", "Use Go 1.19 or newer.")]
    public void A_target_that_a_version_has_no_port_to_is_refused_with_the_version_that_has_it(
        string rid,
        string version,
        string why,
        string nextStep
    )
    {
        var error = Assert.Throws<GoToolchainException>(() => GoTarget.FromRuntimeIdentifier(rid).RequirePort(GoVersion.Parse(version)));

        Assert.Same(GoErrorCodes.NoPort, error.Code);
        Assert.Contains(why, error.Problem, StringComparison.Ordinal);
        Assert.Equal(nextStep, error.NextStep);
    }

    [Theory]
    [InlineData("wasi-wasm", "1.21.0")]
    [InlineData("win-arm", "1.25.3")]
    [InlineData("linux-loongarch64", "1.19")]
    public void A_target_that_a_version_has_a_port_to_is_not_refused(string rid, string version) =>
        GoTarget.FromRuntimeIdentifier(rid).RequirePort(GoVersion.Parse(version));

    [Theory]
    [InlineData("linux-mips64", "1.23.5", "Build a GoSidecar")]
    [InlineData("freebsd-arm64", "1.27.0", "Build a GoSidecar")]
    [InlineData("ios-arm64", "1.23.5", "Leave this platform out")]
    [InlineData("wasi-wasm", "1.24.0", "Leave this platform out")]
    [InlineData("linux-loongarch64", "1.20.5", "Use Go 1.21 or newer")]
    public void A_shared_library_is_refused_where_Go_makes_none(string rid, string version, string nextStep)
    {
        var error = Assert.Throws<GoToolchainException>(() =>
            GoTarget.FromRuntimeIdentifier(rid).RequireSharedLibrary(GoVersion.Parse(version))
        );

        Assert.Same(GoErrorCodes.NoSharedLibraries, error.Code);
        Assert.Contains(nextStep, error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_library_for_musl_is_refused_with_the_reason_unless_it_is_wanted()
    {
        var target = GoTarget.FromRuntimeIdentifier("alpine.3.20-x64");
        var version = GoVersion.Parse("1.27.0");

        var error = Assert.Throws<GoToolchainException>(() => target.RequireSharedLibrary(version));
        target.RequireSharedLibrary(version, allowMusl: true);

        Assert.Same(GoErrorCodes.MuslSharedLibrary, error.Code);
        Assert.Contains("https://github.com/golang/go/issues/54805", error.Problem, StringComparison.Ordinal);
        Assert.Contains("AllowMuslSharedLibrary", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("android-x64", true)]
    [InlineData("android-arm64", false)]
    [InlineData("ios-arm64", true)]
    [InlineData("iossimulator-x64", true)]
    [InlineData("linux-arm", false)]
    public void A_program_without_cgo_is_refused_where_Go_needs_the_linker_of_the_platform(string rid, bool refused)
    {
        var error = Record.Exception(GoTarget.FromRuntimeIdentifier(rid).RequireNoExternalLinker) as GoToolchainException;

        Assert.Equal(refused ? GoErrorCodes.CgoRequired : null, error?.Code);
    }

    private static Dictionary<string, bool> Ports(string text) =>
        PortLine()
            .Matches(Table().Match(text).Value)
            .ToDictionary(
                m => $"{m.Groups["os"].Value}/{m.Groups["arch"].Value}",
                m => m.Groups["rest"].Value is "true" || m.Groups["rest"].Value.Contains("CgoSupported: true", StringComparison.Ordinal)
            );

    // Up to 1.19 cmd/dist/build.go has more maps; the one about cgo is to be read.
    [GeneratedRegex(@"^var (cgoEnabled|distInfo) = .*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Table();

    // 1.19: "linux/arm64":     true,     later: {"linux", "arm64"}:     {CgoSupported: true},
    [GeneratedRegex(
        @"""(?<os>\w+)(/|"", "")(?<arch>\w+)""\}?:\s+(?<rest>true|false|\{.*\}),$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PortLine();

    [GeneratedRegex(@"case ""c-shared"":.*?return true", RegexOptions.Singleline)]
    private static partial Regex CShared();
}
