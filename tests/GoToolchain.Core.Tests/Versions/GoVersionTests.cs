using CsCheck;

namespace GoToolchain.Core.Tests.Versions;

public sealed class GoVersionTests
{
    [Theory]
    [InlineData("1.24.4", "1", "24", "4", "1.24")]
    [InlineData("go1.24.4", "1", "24", "4", "1.24")]
    [InlineData(" go1.24.4\n", "1", "24", "4", "1.24")]
    [InlineData("1.25rc1", "1", "25", "", "1.25")]
    [InlineData("1.21", "1", "21", "", "1.21")]
    [InlineData("go1", "1", "", "", "1")]
    [InlineData("1.0.3", "1", "0", "3", "1")]
    [InlineData("go1.22.1-bigcorp", "1", "22", "1", "1.22")]
    public void A_version_is_taken_apart(string text, string major, string minor, string patch, string line)
    {
        var version = GoVersion.Parse(text);
        Assert.Equal((major, minor, patch, line), (version.Major, version.Minor, version.Patch, version.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("go")]
    [InlineData("v1.24.4")]
    [InlineData("1.")]
    [InlineData(".24")]
    [InlineData("1.24.")]
    [InlineData("1.24.4.1")]
    [InlineData("01.24")]
    [InlineData("1.024")]
    [InlineData("1.24.04")]
    [InlineData("1.24rc01")]
    [InlineData("1rc1")]
    [InlineData("1.24RC1")]
    [InlineData("1.24.x")]
    [InlineData("1.24.*")]
    [InlineData("1.24rc1.2")]
    [InlineData("１.24")]
    [InlineData("Go1.24")]
    [InlineData("-1.24")]
    [InlineData("1.24.4\u001b[31m")]
    [InlineData("1.24.4 a\nb")]
    public void What_Go_does_not_take_for_a_version_is_refused(string text)
    {
        Assert.False(GoVersion.TryParse(text, out _));
        var refusal = Assert.Throws<GoToolchainException>(() => GoVersion.Parse(text));
        Assert.Equal(GoErrorCodes.InvalidVersion, refusal.Code);
        Assert.Contains("1.24.4", refusal.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.20", "go1.20")]
    [InlineData("1.20.0", "go1.20")]
    [InlineData("1.20.1", "go1.20.1")]
    [InlineData("1.20rc1", "go1.20rc1")]
    [InlineData("1.21", "go1.21.0")]
    [InlineData("1.21.0", "go1.21.0")]
    [InlineData("1.21rc2", "go1.21rc2")]
    [InlineData("1.27.1rc1", "go1.27.1rc1")]
    [InlineData("1", "go1")]
    [InlineData("1.0.0", "go1")]
    [InlineData("1.0.3", "go1.0.3")]
    [InlineData("go1.22.1-bigcorp", "go1.22.1-bigcorp")]
    [InlineData("go1.22.1 X:boringcrypto", "go1.22.1-X_boringcrypto")]
    [InlineData("go1.22.1-../../etc", "go1.22.1-.._.._etc")]
    [InlineData("go1.26-devel_3ee761739b Tue Nov 24", "go1.26-devel_3ee761739b")]
    [InlineData("devel go1.26-3ee761739b Tue Nov 24", "go1.26-devel_3ee761739b")]
    public void The_toolchain_name_is_the_one_that_Go_gives(string text, string name) =>
        Assert.Equal(name, GoVersion.Parse(text).ToolchainName);

    [Theory]
    [InlineData("1.21", true)]
    [InlineData("1.24", true)]
    [InlineData("1.20", false)]
    [InlineData("1.21.0", false)]
    [InlineData("1.21rc1", false)]
    [InlineData("go1.26-devel_abc", false)]
    public void Only_from_1_21_on_a_line_is_no_toolchain(string text, bool isLanguage) =>
        Assert.Equal(isLanguage, GoVersion.Parse(text).IsLanguageVersion);

    [Theory]
    [InlineData("1.25rc1", true)]
    [InlineData("1.18beta2", true)]
    [InlineData("1.27.1rc1", true)]
    [InlineData("devel go1.26-abc Tue", true)]
    [InlineData("devel +abc Tue", true)]
    [InlineData("1.24", false)]
    [InlineData("1.24.4", false)]
    [InlineData("1.24.4-rc", false)]
    public void Pre_releases_are_known_by_their_kind_and_not_by_a_suffix(string text, bool isPrerelease) =>
        Assert.Equal(isPrerelease, GoVersion.Parse(text).IsPrerelease);

    [Fact]
    public void A_development_version_of_old_Go_names_no_line_and_is_older_than_all()
    {
        var devel = GoVersion.Parse("devel +b2d0ae6e6b Tue Apr 13 2021");
        Assert.True(devel.IsDevel);
        Assert.Equal("devel_b2d0ae6e6b", devel.VendorSuffix);
        Assert.True(devel < GoVersion.Parse("1"));
    }

    [Fact]
    public void A_version_survives_being_printed_and_parsed() =>
        GoVersions.Any.Sample(version => Assert.Equal(version, GoVersion.Parse(version.ToString())));

    [Fact]
    public void A_toolchain_name_parses_to_the_version_it_names() =>
        GoVersions.Any.Where(v => !v.IsLanguageVersion).Sample(version => Assert.Equal(version, GoVersion.Parse(version.ToolchainName)));

    [Fact]
    public void A_toolchain_name_is_a_plain_file_name() =>
        Gen.Select(GoVersions.Texts, Gen.String)
            .Sample(
                (text, more) =>
                {
                    if (GoVersion.TryParse($"{text}-{more}", out var version))
                    {
                        Assert.Matches("^go[0-9A-Za-z._+~-]+$", version.ToolchainName);
                    }
                }
            );

    [Fact]
    public void No_text_makes_the_parser_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["go1.24rcbetadvl -+x\t*"], 0, 20])
            .Sample(text =>
            {
                if (GoVersion.TryParse(text, out var version))
                {
                    Assert.Equal(version, GoVersion.Parse(version.Text));
                }
            });

    [Fact]
    public void A_text_of_absurd_length_is_refused() => Assert.False(GoVersion.TryParse("1." + new string('9', 5000), out _));
}
