using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>The text in a program, line by line; the cases are those that Go's own parser tells apart.</summary>
public sealed class BuildInfoTextTests
{
    [Fact]
    public void Modules_replacements_and_settings_are_read_and_written_again()
    {
        const string text =
            "path\texample.com/a/cmd/b\n"
            + "mod\texample.com/a\tv1.2.3\th1:main=\n"
            + "dep\texample.com/x\tv0.1.0\n"
            + "=>\texample.com/fork\tv0.1.1\th1:fork=\n"
            + "dep\texample.com/y\tv2.0.0+incompatible\th1:y=\n"
            + "build\t-ldflags=\"-X \\\"main.a=b c\\\" -s\"\n"
            + "build\t\"odd key\"=plain\n"
            + "build\tempty=\n"
            + "build\traw=`back quoted`\n"
            + "future\tsomething\n";

        var info = BuildInfoText.Parse("go1.25.1", text);

        Assert.Equal("example.com/a/cmd/b", info.Path);
        Assert.Equal(new GoBuildModule("example.com/a", "v1.2.3", "h1:main="), info.Main);
        Assert.Equal(
            ["example.com/x@v0.1.0 => example.com/fork@v0.1.1", "example.com/y@v2.0.0+incompatible"],
            info.Dependencies.Select(d => d.ToString())
        );
        Assert.Equal(new GoBuildModule("example.com/fork", "v0.1.1", "h1:fork="), info.Dependencies[0].Replacement);
        Assert.Equal("-X \"main.a=b c\" -s", info.Setting("-ldflags"));
        Assert.Equal("plain", info.Setting("odd key"));
        Assert.Equal("", info.Setting("empty"));
        Assert.Equal("back quoted", info.Setting("raw"));
        Assert.Null(info.Setting("absent"));
        var again = info.ToString();
        Assert.Equal(again, BuildInfoText.Parse("go1.25.1", again).ToString());
        Assert.StartsWith(text[..text.IndexOf("build\traw", StringComparison.Ordinal)], again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mod\tonly\n", "line 1", "columns")]
    [InlineData("path\tp\ndep\ta\tb\tc\td\n", "line 2", "columns")]
    [InlineData("=>\ta\tb\tc\n", "line 1", "replaces no module")]
    [InlineData("dep\ta\tb\n=>\ta\tb\n", "line 2", "3 columns")]
    [InlineData("dep\ta\tb\n=>\ta\tb\tc\n=>\ta\tb\tc\n", "line 3", "replaces no module")]
    [InlineData("build\tkey\n", "line 1", "no setting")]
    [InlineData("build\t=value\n", "line 1", "no setting")]
    [InlineData("build\tkey=two words\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"open\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"a\"b\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"\\q\"\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"\\x4\"\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"\\ud800\"\n", "line 1", "no setting")]
    [InlineData("build\tkey=\"\\777\"\n", "line 1", "no setting")]
    public void A_line_that_Go_does_not_write_is_named(string text, string line, string why)
    {
        var damage = Assert.Throws<BinaryDamageException>(() => BuildInfoText.Parse("go1.25.1", text));

        Assert.Contains(line, damage.Message, StringComparison.Ordinal);
        Assert.Contains(why, damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a\\tb\"", "a\tb")]
    [InlineData("\"\\x41\\102\\u00e9\\U0001F600\"", "AB\u00e9\U0001F600")]
    [InlineData("\"\\xc3\\xa9\"", "\u00e9")]
    [InlineData("\"\\\\ \\\"\"", "\\ \"")]
    public void Quoted_values_are_those_of_Go_string_literals(string literal, string value) =>
        Assert.Equal(value, BuildInfoText.Parse("go1.25.1", $"build\tkey={literal}\n").Setting("key"));

    [Fact]
    public void A_last_line_without_its_end_is_left_out_as_by_Go() =>
        Assert.Equal("", BuildInfoText.Parse("go1.25.1", "path\texample.com/a").Path);
}
