using GoToolchain.Verification.Logs;

namespace GoToolchain.Core.Tests.Verification.Logs;

public sealed class ChecksumDatabaseSettingTests
{
    [Theory]
    [InlineData("sum.golang.org", "sum.golang.org", null)]
    [InlineData("sum.golang.google.cn", "sum.golang.org", "https://sum.golang.google.cn/")]
    [InlineData("sum.golang.org https://sums.example.com/go", "sum.golang.org", "https://sums.example.com/go")]
    [InlineData(RealLog.Key, "sum.golang.org", null)]
    [InlineData(RealLog.SampleKey + " http://127.0.0.1:1/", "PeterNeumann", "http://127.0.0.1:1/")]
    public void Names_keys_the_alias_and_addresses_are_understood_as_Go_understands_them(string text, string name, string? address)
    {
        var setting = ChecksumDatabaseSetting.Parse(text);

        Assert.Equal(name, setting.Verifier.Name);
        Assert.Equal(address, setting.Address?.ToString());
    }

    [Theory]
    [InlineData("on")]
    [InlineData("sum.example.com")]
    [InlineData("")]
    [InlineData("sum.golang.org a b")]
    [InlineData("sum.golang.org ftp://x")]
    [InlineData("sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")]
    public void Anything_else_is_refused_with_what_is_allowed(string text)
    {
        var error = Assert.Throws<GoToolchainException>(() => ChecksumDatabaseSetting.Parse(text));

        Assert.Equal(GoErrorCodes.InvalidSetting, error.Code);
        Assert.Contains("sum.golang.org", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Off_is_off_and_no_mistake() =>
        Assert.Equal(GoErrorCodes.LogDisabled, Assert.Throws<GoToolchainException>(() => ChecksumDatabaseSetting.Parse("off")).Code);
}
