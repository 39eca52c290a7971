using CsCheck;

namespace GoToolchain.Core.Tests.Versions;

public sealed class GoVersionSpecTests
{
    private static readonly string[] s_offer =
    [
        "1.19.8",
        "1.20",
        "1.20.14",
        "1.21.0",
        "1.21.13",
        "1.22.0",
        "1.22.3",
        "1.22.12",
        "1.23.4",
        "1.24.0",
        "1.24.4",
        "1.25rc1",
        "1.25.1",
        "1.26rc1",
    ];

    [Theory]
    [InlineData("1.24.4", "1.24.4")]
    [InlineData("go1.24.4", "1.24.4")]
    [InlineData("1.20.0", "1.20")]
    [InlineData("1.25rc1", "1.25rc1")]
    [InlineData("1.24", "1.24.4")]
    [InlineData("go1.24", "1.24.4")]
    [InlineData("1.24.x", "1.24.4")]
    [InlineData("1.20", "1.20.14")]
    [InlineData(">=1.22 <1.25", "1.24.4")]
    [InlineData(">=1.22, <1.25", "1.24.4")]
    [InlineData(">= 1.22 < 1.24", "1.23.4")]
    [InlineData("<=1.22", "1.22.12")]
    [InlineData("<1.22", "1.21.13")]
    [InlineData("<1.22.3", "1.22.0")]
    [InlineData(">1.22 <1.24", "1.23.4")]
    [InlineData("=1.22", "1.22.12")]
    [InlineData("=1.22.3", "1.22.3")]
    [InlineData("^1.22", "1.25.1")]
    [InlineData("~1.22.3", "1.22.12")]
    [InlineData("~1.22", "1.22.12")]
    [InlineData(">=1.26rc1", "1.26rc1")]
    [InlineData(">=1.25rc1", "1.25.1")]
    [InlineData("<=1.25rc1", "1.25rc1")]
    [InlineData("stable", "1.25.1")]
    [InlineData("oldstable", "1.24.4")]
    [InlineData("latest", "1.26rc1")]
    [InlineData("project", "1.25.1")]
    public void The_newest_that_fits_is_chosen(string spec, string expected)
    {
        var offered = s_offer.Select(GoVersion.Parse).ToList();
        Assert.Equal(expected, GoVersionSpec.Parse(spec).Choose(offered)?.ToString());
        offered.Reverse();
        Assert.Equal(expected, GoVersionSpec.Parse(spec).Choose(offered)?.ToString());
    }

    [Theory]
    [InlineData("1.26")]
    [InlineData(">=1.26")]
    [InlineData("1.24.9")]
    [InlineData("1.22.0-vendor")]
    [InlineData("^2")]
    public void When_nothing_fits_nothing_is_chosen(string spec) =>
        Assert.Null(GoVersionSpec.Parse(spec).Choose(s_offer.Select(GoVersion.Parse)));

    [Fact]
    public void Oldstable_needs_two_lines() =>
        Assert.Null(GoVersionSpec.Parse("oldstable").Choose([GoVersion.Parse("1.24.4"), GoVersion.Parse("1.24.3")]));

    [Theory]
    [InlineData("1.25", "1.25rc1")]
    [InlineData(">=1.22", "1.26rc1")]
    [InlineData(">=1.25rc1", "1.26rc1")]
    [InlineData("stable", "1.26rc1")]
    [InlineData("1.26", "go1.26-devel_abc")]
    [InlineData("1.20.0", "go1.20-devel_abc")]
    public void Pre_releases_are_refused_unless_the_spec_names_one(string spec, string version) =>
        Assert.False(GoVersionSpec.Parse(spec).Accepts(GoVersion.Parse(version)));

    [Theory]
    [InlineData("1.19.8", "go1.19.8-1~deb12u1", true)]
    [InlineData("1.19", "go1.19.8-1~deb12u1", true)]
    [InlineData(">=1.19.8", "go1.19.8-1~deb12u1", true)]
    [InlineData("go1.22.1-bigcorp", "go1.22.1-bigcorp", true)]
    [InlineData("go1.22.1-bigcorp", "go1.22.1", false)]
    [InlineData("go1.22.1-bigcorp", "go1.22.1-other", false)]
    public void A_vendors_suffix_only_matters_to_a_spec_that_has_one(string spec, string version, bool accepted) =>
        Assert.Equal(accepted, GoVersionSpec.Parse(spec).Accepts(GoVersion.Parse(version)));

    [Fact]
    public void Of_equal_versions_the_one_without_a_vendor_is_chosen()
    {
        GoVersion[] offered = [GoVersion.Parse("1.22.1-b"), GoVersion.Parse("1.22.1"), GoVersion.Parse("1.22.1-a")];
        Assert.Equal("1.22.1", GoVersionSpec.Parse("1.22").Choose(offered)?.ToString());
    }

    [Theory]
    [InlineData("1.21", "1.21.0", true)]
    [InlineData("1.21", "1.21.7", true)]
    [InlineData("1.21", "1.26.0", true)]
    [InlineData("1.21", "1.20.14", false)]
    [InlineData("1.21.3", "1.21.2", false)]
    [InlineData("1.20", "1.20", true)]
    public void A_minimum_is_met_by_its_line_and_everything_newer(string minimum, string version, bool accepted) =>
        Assert.Equal(accepted, GoVersionSpec.AtLeast(GoVersion.Parse(minimum)).Accepts(GoVersion.Parse(version)));

    [Theory]
    [InlineData("1.20", "1.20.0", "go1.20")]
    [InlineData("1.24", "1.24.0", "go1.24.0")]
    [InlineData("go1.24.4", "1.24.4", "1.24.4")]
    [InlineData("go1", "1.0.0", "go1")]
    public void Exactly_means_one_version_even_where_the_text_could_mean_a_line(string version, string text, string accepted)
    {
        var spec = GoVersionSpec.Exactly(GoVersion.Parse(version));
        Assert.Equal(GoVersionSpecKind.Exact, spec.Kind);
        Assert.Equal(text, spec.Text);
        Assert.True(spec.Accepts(GoVersion.Parse(accepted)));
        Assert.False(spec.Accepts(GoVersion.Parse("1.24.5")));
        Assert.Equal(spec, GoVersionSpec.Parse(text));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("1.24.*", "`*`")]
    [InlineData("*", "`*`")]
    [InlineData(">=", "missing")]
    [InlineData(">=1.22 <", "missing")]
    [InlineData("v1.2", "no `v`")]
    [InlineData("1", "minor")]
    [InlineData("go1", "minor")]
    [InlineData("1.x", "minor")]
    [InlineData("~1", "minor")]
    [InlineData("1.24.4.x", "not a Go version")]
    [InlineData("1.24rc1.x", "not a Go version")]
    [InlineData("1.24-vendor", "not a Go version")]
    [InlineData("1.22 1.23", "white space")]
    [InlineData("1.22 - 1.24", "white space")]
    [InlineData("1.22 || 1.24", "white space")]
    [InlineData("1.22 <1.24", "white space")]
    [InlineData(">=1.22 1.24", "begin with")]
    [InlineData("=>1.22", "begin with")]
    [InlineData("==1.22", "begin with")]
    [InlineData(">=1.22<1.25", "not a Go version")]
    [InlineData(">=1.22-vendor", "not a Go version")]
    [InlineData(">=1.25 <1.22", "No version")]
    [InlineData(">1.22 <=1.22", "No version")]
    [InlineData(">1.22.3 <=1.22.3", "No version")]
    [InlineData("lastest", "not a Go version")]
    [InlineData("Stable", "not a Go version")]
    [InlineData("path:", "directory")]
    public void A_bad_spec_is_refused_with_the_reason_and_what_is_allowed(string text, string reason)
    {
        var refusal = Assert.Throws<GoToolchainException>(() => GoVersionSpec.Parse(text));
        Assert.Equal(GoErrorCodes.InvalidVersion, refusal.Code);
        Assert.Contains(reason, refusal.Problem, StringComparison.Ordinal);
        foreach (
            var form in new[]
            {
                "1.24.4",
                "1.24.x",
                ">=1.22 <1.25",
                "^1.22",
                "~1.22.3",
                "stable",
                "oldstable",
                "latest",
                "system",
                "path:DIR",
                "project",
            }
        )
        {
            Assert.Contains(form, refusal.NextStep, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_path_is_absolute_or_relative_to_the_given_directory()
    {
        var root = Path.GetPathRoot(Path.GetTempPath())!;
        var home = Path.Combine(root, "home");
        var absolute = Path.Combine(root, "opt", "my go");
        Assert.Equal(absolute, GoVersionSpec.Parse("path:" + absolute + Path.DirectorySeparatorChar).Directory);
        Assert.Equal(Path.Combine(root, "go"), GoVersionSpec.Parse("path:../go", home).Directory);
        var refusal = Assert.Throws<GoToolchainException>(() => GoVersionSpec.Parse("path:../go"));
        Assert.Contains("not absolute", refusal.Problem, StringComparison.Ordinal);
        Assert.True(GoVersionSpec.Parse("path:" + absolute).Accepts(GoVersion.Parse("1.26rc1")));
    }

    [Fact]
    public void System_takes_what_is_there_but_a_release_first()
    {
        var system = GoVersionSpec.Parse("system");
        Assert.Equal("1.26rc1", system.Choose([GoVersion.Parse("1.26rc1")])?.ToString());
        Assert.Equal("1.19.8", system.Choose([GoVersion.Parse("1.26rc1"), GoVersion.Parse("1.19.8")])?.ToString());
    }

    [Fact]
    public void What_is_chosen_is_always_offered_and_accepted() =>
        Gen.Select(Specs, GoVersions.Any.Array[0, 8])
            .Sample(
                (spec, offered) =>
                {
                    if (spec.Choose(offered) is { } chosen)
                    {
                        Assert.Contains(chosen, offered);
                        Assert.True(spec.Accepts(chosen));
                    }
                    else if (spec.Kind != GoVersionSpecKind.OldStable)
                    {
                        Assert.DoesNotContain(offered, spec.Accepts);
                    }
                }
            );

    [Fact]
    public void A_spec_survives_being_printed_and_parsed() => Specs.Sample(spec => Assert.Equal(spec, GoVersionSpec.Parse(spec.Text)));

    [Fact]
    public void A_version_is_accepted_by_the_spec_that_names_it() =>
        GoVersions
            .Any.Where(v => !v.IsLanguageVersion)
            .Sample(version =>
            {
                Assert.True(GoVersionSpec.Exactly(version).Accepts(version));
                Assert.True(version.IsDevel || version.IsPrerelease || GoVersionSpec.AtLeast(version).Accepts(version));
            });

    [Fact]
    public void Every_text_is_a_spec_or_refused_with_a_code() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["go1.24rcx <>=^~,*-:path/"], 0, 24])
            .Sample(text =>
            {
                try
                {
                    _ = GoVersionSpec.Parse(text).Choose(s_offer.Select(GoVersion.Parse));
                }
                catch (GoToolchainException e)
                {
                    Assert.Equal(GoErrorCodes.InvalidVersion, e.Code);
                }
            });

    private static Gen<GoVersionSpec> Specs { get; } =
        Gen.OneOf(
            Gen.OneOf(
                    "stable",
                    "oldstable",
                    "latest",
                    "system",
                    "project",
                    "1.21",
                    "1.20",
                    "1.22.x",
                    ">=1.20 <1.24",
                    "^1.21",
                    "~1.22.1",
                    "<1.21rc2"
                )
                .Select(text => GoVersionSpec.Parse(text)),
            GoVersions.Any.Select(GoVersionSpec.Exactly),
            GoVersions.Any.Where(v => !v.IsDevel).Select(GoVersionSpec.AtLeast)
        );
}
