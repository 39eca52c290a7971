using GoToolchain.Sources.NuGet;

namespace GoToolchain.Core.Tests.Sources.NuGet;

public sealed class PackageNameTests
{
    [Theory]
    [InlineData("1.24.4", "1.24.4")]
    [InlineData("1.21.0", "1.21.0")]
    [InlineData("1.20", "1.20.0")]
    [InlineData("1.20.1", "1.20.1")]
    [InlineData("1.25rc1", "1.25.0-rc.1")]
    [InlineData("1.18beta2", "1.18.0-beta.2")]
    [InlineData("1.27.1rc1", "1.27.1-rc.1")]
    public void A_version_has_one_name_on_a_feed_and_comes_back(string go, string nuget)
    {
        Assert.Equal(nuget, PackageName.VersionOf(GoVersion.Parse(go)));
        Assert.Equal(GoVersion.Parse(go), PackageName.ToVersion(nuget));
    }

    [Theory]
    [InlineData("1.24.4-rc1")]
    [InlineData("1.24")]
    [InlineData("1.24.4.5")]
    [InlineData("1.24.4+metadata")]
    [InlineData("")]
    public void Another_version_on_the_feed_is_none_of_Go(string nuget) => Assert.Null(PackageName.ToVersion(nuget));
}
