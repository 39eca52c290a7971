namespace GoToolchain.Repository.Tests;

public sealed class LineDiffSpecs
{
    [Fact]
    public void Only_what_changed_is_shown_with_the_line_before_it() =>
        Assert.Equal("  b\n- c\n+ C\n  d\n+ e\n", LineDiff.Of("a\nb\nc\nd", "a\nb\nC\nd\ne"));

    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", LineDiff.Of("a\nb", "a\nb"));

    [Fact]
    public void A_new_text_is_all_additions() => Assert.Equal("- \n+ a\n+ b\n", LineDiff.Of("", "a\nb"));
}
