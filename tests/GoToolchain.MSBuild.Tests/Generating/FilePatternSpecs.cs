using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Generating;

namespace GoToolchain.MSBuild.Tests.Generating;

public sealed class FilePatternSpecs
{
    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("./a.?xt", "a.txt")]
    [InlineData("**/*.txt", "a.txt", "d/b.txt", "d/e/c.txt")]
    [InlineData("d/**", "d/b.txt", "d/e/c.txt")]
    [InlineData("d/*/c.txt", "d/e/c.txt")]
    [InlineData("d\\e\\*.txt", "d/e/c.txt")]
    [InlineData("nosuch.txt", "nosuch.txt")]
    [InlineData("nosuch/*.txt")]
    public void A_pattern_finds_what_it_says(string pattern, params string[] expected)
    {
        using var scratch = new ScratchDirectory();
        scratch.CreateFile("a.txt");
        scratch.CreateFile("a.go");
        scratch.CreateFile("d/b.txt");
        scratch.CreateFile("d/e/c.txt");
        // One that leads back into itself.
        scratch.CreateLink("d/loop", scratch.Root);

        var found = FilePattern.Create(pattern, scratch.Root).Files();
        Assert.Equal(expected.Select(e => scratch[e]), found);
    }
}
