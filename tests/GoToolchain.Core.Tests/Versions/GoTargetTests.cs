namespace GoToolchain.Core.Tests.Versions;

public sealed class GoTargetTests
{
    [Theory]
    [InlineData("linux-musl-x64", "linux-musl-x64", "linux/amd64", true)]
    [InlineData("alpine.3.20-arm64", "linux-musl-arm64", "linux/arm64", true)]
    [InlineData("ubuntu.24.04-x64", "linux-x64", "linux/amd64", false)]
    [InlineData("WIN10-X64", "win-x64", "windows/amd64", false)]
    [InlineData("linux-loongarch64", "linux-loongarch64", "linux/loong64", false)]
    public void A_target_keeps_the_C_library_that_the_platform_does_not_tell(string rid, string portable, string platform, bool musl)
    {
        var target = GoTarget.FromRuntimeIdentifier(rid);

        Assert.Equal((portable, platform, musl), (target.RuntimeIdentifier, target.Platform.ToString(), target.IsMusl));
    }

    [Theory]
    [InlineData("linux-arm", "7")]
    [InlineData("linux-musl-arm", "7")]
    [InlineData("linux-armv6", "6")]
    [InlineData("linux-armel", "5")]
    [InlineData("win-arm", "7")]
    [InlineData("linux-arm64", null)]
    public void The_kind_of_32_bit_ARM_is_told_to_Go(string rid, string? arm) =>
        Assert.Equal(arm, GoTarget.FromRuntimeIdentifier(rid).Variables.GetValueOrDefault("GOARM"));

    [Fact]
    public void Two_targets_with_the_same_platform_are_not_the_same() =>
        Assert.NotEqual(GoTarget.FromRuntimeIdentifier("linux-x64"), GoTarget.FromRuntimeIdentifier("linux-musl-x64"));
}
