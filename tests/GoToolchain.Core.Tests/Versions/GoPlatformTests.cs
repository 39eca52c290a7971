namespace GoToolchain.Core.Tests.Versions;

public sealed class GoPlatformTests
{
    [Theory]
    [InlineData("win-x64", "windows/amd64")]
    [InlineData("win-x86", "windows/386")]
    [InlineData("win-arm64", "windows/arm64")]
    [InlineData("linux-x64", "linux/amd64")]
    [InlineData("linux-x86", "linux/386")]
    [InlineData("linux-arm64", "linux/arm64")]
    [InlineData("linux-arm", "linux/arm")]
    [InlineData("linux-riscv64", "linux/riscv64")]
    [InlineData("linux-loongarch64", "linux/loong64")]
    [InlineData("linux-s390x", "linux/s390x")]
    [InlineData("linux-ppc64le", "linux/ppc64le")]
    [InlineData("osx-x64", "darwin/amd64")]
    [InlineData("osx-arm64", "darwin/arm64")]
    [InlineData("freebsd-x64", "freebsd/amd64")]
    [InlineData("freebsd-arm64", "freebsd/arm64")]
    [InlineData("android-arm64", "android/arm64")]
    [InlineData("android-x64", "android/amd64")]
    [InlineData("ios-arm64", "ios/arm64")]
    [InlineData("iossimulator-x64", "ios/amd64")]
    [InlineData("browser-wasm", "js/wasm")]
    [InlineData("wasi-wasm", "wasip1/wasm")]
    public void Runtime_identifiers_and_platforms_map_both_ways(string rid, string platform)
    {
        Assert.Equal(platform, GoPlatform.FromRuntimeIdentifier(rid).ToString());
        Assert.True(GoPlatform.TryParse(platform, out var parsed));
        Assert.Equal(rid, parsed.RuntimeIdentifier);
    }

    [Theory]
    [InlineData("linux-musl-x64", "linux/amd64")]
    [InlineData("linux-musl-arm64", "linux/arm64")]
    [InlineData("linux-musl-arm", "linux/arm")]
    [InlineData("linux-bionic-arm64", "android/arm64")]
    [InlineData("maccatalyst-arm64", "ios/arm64")]
    [InlineData("LINUX-X64", "linux/amd64")]
    [InlineData("ubuntu.24.04-x64", "linux/amd64")]
    [InlineData("fedora.41-arm64", "linux/arm64")]
    [InlineData("alpine.3.20-x64", "linux/amd64")]
    [InlineData("win10-x64", "windows/amd64")]
    [InlineData("osx.13-arm64", "darwin/arm64")]
    public void Identifiers_of_a_libc_a_distribution_or_a_release_map_to_their_platform(string rid, string platform) =>
        Assert.Equal(platform, GoPlatform.FromRuntimeIdentifier(rid).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("any")]
    [InlineData("-")]
    [InlineData("unix-x64")]
    [InlineData("linux-mips")]
    [InlineData("win-s390x")]
    [InlineData("linux/amd64")]
    public void An_identifier_without_a_Go_platform_is_refused_and_others_are_named(string rid)
    {
        var refusal = Assert.Throws<GoToolchainException>(() => GoPlatform.FromRuntimeIdentifier(rid));
        Assert.Equal(GoErrorCodes.InvalidVersion, refusal.Code);
        Assert.Contains("linux-x64", refusal.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aix/ppc64")]
    [InlineData("plan9/amd64")]
    [InlineData("windows/s390x")]
    public void A_platform_without_dotnet_has_no_runtime_identifier(string text)
    {
        Assert.True(GoPlatform.TryParse(text, out var platform));
        Assert.Null(platform.RuntimeIdentifier);
    }

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("linux-amd64")]
    [InlineData("linux_amd64")]
    public void A_platform_is_read_in_the_spellings_of_Go(string text)
    {
        Assert.True(GoPlatform.TryParse(text, out var platform));
        Assert.Equal(new GoPlatform("linux", "amd64"), platform);
        Assert.Equal("linux-amd64", platform.ToFileName());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("linux-x64")]
    [InlineData("Linux/AMD64")]
    [InlineData("4/bootstrap")]
    [InlineData("linux/amd64/v3")]
    [InlineData("../amd64")]
    public void What_is_not_in_the_words_of_Go_is_no_platform(string? text) => Assert.False(GoPlatform.TryParse(text, out _));

    [Fact]
    public void The_platform_of_this_process_has_a_runtime_identifier() => Assert.NotNull(GoPlatform.Host.RuntimeIdentifier);

    [Theory]
    [InlineData("linux", "arm", "armv6l")]
    [InlineData("freebsd", "arm", "arm")]
    [InlineData("linux", "amd64", "amd64")]
    public void Release_files_spell_arm_on_Linux_in_their_own_way(string os, string arch, string spelled) =>
        Assert.Equal(spelled, new GoPlatform(os, arch).ReleaseArch);
}
