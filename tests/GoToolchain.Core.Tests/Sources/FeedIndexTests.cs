using System.Text;
using System.Text.Json;
using GoToolchain.Sources;
using GoToolchain.Sources.Feeds;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>What a feed says is taken for what a stranger says. Each trap is one of the real index of go.dev, or of a hostile mirror.</summary>
public sealed class FeedIndexTests
{
    private const string Sha = "77e5da33bb72aeaef1ba4418b6fe511bc4d041873cbf82e5aa6318740df98717";
    private static readonly GoPlatform s_linux = new("linux", "amd64");

    [Fact]
    public void An_archive_is_offered_with_its_digest_and_size()
    {
        var release = Assert.Single(Read(Release("go1.24.4", File("go1.24.4.linux-amd64.tar.gz"))));

        Assert.Equal(GoVersion.Parse("1.24.4"), release.Version);
        Assert.Equal(s_linux, release.Platform);
        Assert.Equal("go1.24.4.linux-amd64.tar.gz", release.FileName);
        Assert.Equal(78559214, release.Size);
        Assert.Equal(Sha, release.Digest.ToString());
    }

    [Theory]
    [InlineData("installer", "go1.24.4.linux-amd64.tar.gz")]
    [InlineData("source", "go1.24.4.src.tar.gz")]
    [InlineData("archive", "go1.24.4.linux-amd64.pkg")]
    [InlineData("archive", "go1.24.4.linux-amd64.zip")]
    [InlineData("archive", "go1.24.4.linux-arm64.tar.gz")]
    [InlineData("archive", "go1.24.3.linux-amd64.tar.gz")]
    [InlineData("archive", "go1.24.4.linux-amd64-osx10.8.tar.gz")]
    [InlineData("archive", "GO1.24.4.linux-amd64.tar.gz")]
    [InlineData("archive", "../go1.24.4.linux-amd64.tar.gz")]
    [InlineData("archive", "/etc/go1.24.4.linux-amd64.tar.gz")]
    [InlineData("archive", "https://evil.example/go1.24.4.linux-amd64.tar.gz")]
    [InlineData("archive", "go1.24.4.linux-amd64.tar.gz?x")]
    [InlineData("archive", "")]
    public void A_file_counts_only_when_it_is_an_archive_with_exactly_the_name_of_the_release(string kind, string name) =>
        Assert.Empty(Read(Release("go1.24.4", File(name, kind))));

    [Theory]
    [InlineData("go1", "go1.linux-amd64.tar.gz", true)]
    [InlineData("go1.20", "go1.20.linux-amd64.tar.gz", true)]
    [InlineData("go1.21.0", "go1.21.0.linux-amd64.tar.gz", true)]
    [InlineData("go1.25rc1", "go1.25rc1.linux-amd64.tar.gz", true)]
    [InlineData("go1.21", "go1.21.linux-amd64.tar.gz", false)]
    [InlineData("go1.20.0", "go1.20.0.linux-amd64.tar.gz", false)]
    [InlineData("go1.9.2rc2", "go1.9.2rc2.linux-amd64.tar.gz", false)]
    [InlineData("1.24.4", "1.24.4.linux-amd64.tar.gz", false)]
    [InlineData("go1.24/../../x", "go1.24/../../x.linux-amd64.tar.gz", false)]
    [InlineData("go1.24.4-a/b", "go1.24.4-a/b.linux-amd64.tar.gz", false)]
    [InlineData("nonsense", "nonsense.linux-amd64.tar.gz", false)]
    public void Only_names_that_Go_gives_to_releases_are_releases(string version, string name, bool isRelease) =>
        Assert.Equal(isRelease ? 1 : 0, Read(Release(version, File(name))).Count);

    [Fact]
    public void The_bootstrap_record_of_the_release_go1_is_passed_over() =>
        Assert.Empty(
            Read(
                """[{"version":"go1","files":[{"filename":"go1.4-bootstrap-20171003.tar.gz","os":"4","arch":"bootstrap","kind":"archive","size":1}]}]"""
            )
        );

    [Theory]
    [InlineData("linux", "arm", "go1.22.5.linux-armv6l.tar.gz")]
    [InlineData("freebsd", "arm", "go1.22.5.freebsd-arm.tar.gz")]
    [InlineData("windows", "arm64", "go1.22.5.windows-arm64.zip")]
    public void Arm_is_found_by_the_name_of_the_file_whatever_the_record_says(string os, string arch, string name)
    {
        var json = Release("go1.22.5", File(name).Replace("\"arch\":\"amd64\"", "\"arch\":\"armv6l\"", StringComparison.Ordinal));
        Assert.Equal(name, Assert.Single(Parse(json).For(new GoPlatform(os, arch), "x")).FileName);
    }

    [Fact]
    public void A_release_without_digest_and_size_is_shown_but_carries_neither()
    {
        var release = Assert.Single(Read(Release("go1.4.2", File("go1.4.2.linux-amd64.tar.gz", sha: "", size: "0"))));
        Assert.Null(release.Digest);
        Assert.Null(release.Size);
    }

    [Fact]
    public void The_same_record_twice_is_one_release() =>
        Assert.Single(Read(Release("go1.24.4", File("go1.24.4.linux-amd64.tar.gz") + "," + File("go1.24.4.linux-amd64.tar.gz"))));

    [Fact]
    public void A_file_with_two_digests_is_left_out_for_nobody_can_say_which_is_right() =>
        Assert.Empty(
            Read(
                Release(
                    "go1.24.4",
                    File("go1.24.4.linux-amd64.tar.gz") + "," + File("go1.24.4.linux-amd64.tar.gz", sha: new string('0', 64))
                )
            )
        );

    [Fact]
    public void A_file_that_says_it_belongs_to_another_release_is_left_out() =>
        Assert.Empty(Read("[{\"version\":\"go1.24.4\",\"files\":[" + File("go1.24.4.linux-amd64.tar.gz", version: "go1.24.3") + "]}]"));

    [Fact]
    public void Null_records_and_unknown_members_do_no_harm() =>
        Assert.Single(
            Read(
                """[null,{"version":null},{"version":"go1.24.4","x":{"y":[1]},"files":[null,"""
                    + File("go1.24.4.linux-amd64.tar.gz", version: "go1.24.4")
                    + "]}]"
            )
        );

    [Theory]
    [InlineData("", "not the JSON")]
    [InlineData("null", "lists no release")]
    [InlineData("[]", "lists no release")]
    [InlineData("{}", "not the JSON")]
    [InlineData("[{\"version\":\"go1.24.4\"", "not the JSON")]
    [InlineData("[{\"version\":\"go1.24.4\"}] trailing", "not the JSON")]
    [InlineData("[{\"version\":7}]", "not the JSON")]
    [InlineData("[{\"version\":\"go1.24.4\",\"files\":[{\"size\":\"big\"}]}]", "$[0].files[0].size")]
    [InlineData("[{\"version\":\"go1.24.4\",\"files\":[{\"size\":99999999999999999999}]}]", "$[0].files[0].size")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "not the JSON")]
    [InlineData("  \r\n<!DOCTYPE html><html></html>", "web page")]
    public void Anything_else_than_an_index_is_refused_with_what_it_is(string text, string why)
    {
        var refusal = Assert.Throws<JsonException>(() => Parse(text));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        byte[] bytes = [.. "[{\"version\":\"go1."u8, 0xff, 0xfe, .. "\"}]"u8];
        Assert.Throws<JsonException>(() => FeedIndex.Parse(bytes));
    }

    [Fact]
    public void A_compressed_index_is_refused_as_that()
    {
        var refusal = Assert.Throws<JsonException>(() => FeedIndex.Parse([0x1f, 0x8b, 8, 0]));
        Assert.Contains("compressed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Single(
            FeedIndex
                .Parse([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Release("go1.24.4", File("go1.24.4.linux-amd64.tar.gz")))])
                .For(s_linux, "x")
        );

    private static IReadOnlyList<GoRelease> Read(string json) => Parse(json).For(s_linux, "x");

    private static FeedIndex Parse(string json) => FeedIndex.Parse(Encoding.UTF8.GetBytes(json));

    private static string Release(string version, string files) =>
        $$"""[{"version":"{{version}}","stable":true,"files":[{{files.Replace("VERSION", version, StringComparison.Ordinal)}}]}]""";

    private static string File(
        string name,
        string kind = "archive",
        string sha = Sha,
        string size = "78559214",
        string version = "VERSION"
    ) =>
        $$"""{"filename":"{{name}}","os":"linux","arch":"amd64","version":"{{version}}","sha256":"{{sha}}","size":{{size}},"kind":"{{kind}}"}""";
}
