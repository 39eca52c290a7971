using CsCheck;

namespace GoToolchain.MSBuild.Tests;

public sealed class ItemTextSpecs
{
    [Fact]
    public void Any_text_survives_escaping() => Gen.String.Sample(text => ItemText.Unescape(ItemText.Escape(text)) == text);

    [Fact]
    public void What_would_split_a_list_or_start_an_expression_is_escaped() =>
        Assert.Equal("a%3bb%25%24%28c%29%27%2a%3f%40", ItemText.Escape("a;b%$(c)'*?@"));

    [Theory]
    [InlineData("%", "%")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%3", "%zz%3")]
    [InlineData("a%3Bb%3bc", "a;b;c")]
    public void A_percent_sign_that_escapes_nothing_stays(string escaped, string text) => Assert.Equal(text, ItemText.Unescape(escaped));
}
