using CsCheck;

namespace GoToolchain.Core.Tests.Versions;

public sealed class GoVersionOrderTests
{
    [Fact]
    public void Versions_are_ordered_as_Go_orders_them()
    {
        // https://go.dev/doc/toolchain, with the pre-releases of patches that newer internal/gover knows.
        string[] ascending =
        [
            "1",
            "1.0.1",
            "1.1",
            "1.18beta1",
            "1.18beta2",
            "1.18rc1",
            "1.18",
            "1.18.1",
            "1.18.2",
            "1.18.10",
            "1.20rc3",
            "1.20",
            "1.20.1",
            "1.21",
            "1.21alpha1",
            "1.21beta1",
            "1.21rc1",
            "1.21rc2",
            "1.21rc10",
            "1.21.0",
            "1.21.1",
            "1.22",
            "1.27.0",
            "1.27.1rc1",
            "1.27.1rc2",
            "1.27.1",
            "1.99999999999",
            "1.100000000000",
            "2",
        ];
        var versions = ascending.Select(GoVersion.Parse).ToArray();
        for (var i = 0; i < versions.Length; i++)
        {
            for (var j = 0; j < versions.Length; j++)
            {
                Assert.Equal(i.CompareTo(j), Math.Sign(versions[i].CompareTo(versions[j])));
                Assert.Equal(i < j, versions[i] < versions[j]);
                Assert.Equal(i <= j, versions[i] <= versions[j]);
                Assert.Equal(i == j, versions[i] == versions[j]);
            }
        }
    }

    [Theory]
    [InlineData("1.18", "1.18.0")]
    [InlineData("go1.20", "1.20.0")]
    [InlineData("go1", "1.0.0")]
    [InlineData("1", "1.0")]
    public void Up_to_1_20_a_missing_patch_number_is_a_zero(string left, string right)
    {
        Assert.Equal(GoVersion.Parse(left), GoVersion.Parse(right));
        Assert.Equal(GoVersion.Parse(left).GetHashCode(), GoVersion.Parse(right).GetHashCode());
    }

    [Fact]
    public void From_1_21_on_the_language_version_is_not_the_first_release()
    {
        Assert.NotEqual(GoVersion.Parse("1.21"), GoVersion.Parse("1.21.0"));
        Assert.True(GoVersion.Parse("1.21") < GoVersion.Parse("1.21rc1"));
    }

    [Theory]
    [InlineData("go1.22.1-bigcorp")]
    [InlineData("go1.22.1 X:boringcrypto")]
    [InlineData("go1.22.1\tcustom")]
    public void A_vendor_suffix_takes_no_part_in_the_order_but_makes_another_version(string vendored)
    {
        var version = GoVersion.Parse(vendored);
        Assert.Equal(0, version.CompareTo(GoVersion.Parse("1.22.1")));
        Assert.NotEqual(GoVersion.Parse("1.22.1"), version);
        Assert.True(version < GoVersion.Parse("1.22.2"));
    }

    [Theory]
    [InlineData("devel go1.26-3ee761739b Tue Nov 24 12:00:00 2025 +0000 linux/amd64")]
    [InlineData("go1.26-devel_3ee761739b Tue Nov 24 12:00:00 2025 +0000")]
    public void A_development_version_counts_as_the_language_version_that_it_names(string text)
    {
        var devel = GoVersion.Parse(text);
        Assert.Equal(0, devel.CompareTo(GoVersion.Parse("1.26")));
        Assert.NotEqual(GoVersion.Parse("1.26"), devel);
        Assert.True(devel > GoVersion.Parse("1.25.9"));
        Assert.True(devel < GoVersion.Parse("1.26rc1"));
    }

    [Fact]
    public void Null_is_older_than_every_version()
    {
        GoVersion? none = null;
        var some = GoVersion.Parse("1");
        Assert.True(none < some);
        Assert.True(some > none);
        Assert.False(some == none);
        Assert.Equal(1, some.CompareTo(null));
    }

    [Fact]
    public void The_order_is_total_antisymmetric_and_agrees_with_equality() =>
        GoVersions
            .Any.Select(GoVersions.Any)
            .Sample(
                (a, b) =>
                {
                    Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
                    if (a == b)
                    {
                        Assert.Equal(0, a.CompareTo(b));
                        Assert.Equal(a.GetHashCode(), b.GetHashCode());
                    }
                }
            );

    [Fact]
    public void The_order_is_transitive() =>
        Gen.Select(GoVersions.Any, GoVersions.Any, GoVersions.Any)
            .Sample(
                (a, b, c) =>
                {
                    GoVersion[] sorted = [a, b, c];
                    Array.Sort(sorted);
                    Assert.True(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
                    if (a.CompareTo(b) == 0 && b.CompareTo(c) == 0)
                    {
                        Assert.Equal(0, a.CompareTo(c));
                    }
                }
            );
}
