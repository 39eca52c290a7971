using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

public sealed class LinkResolverTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public LinkResolverTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Creating links needs a privilege on Windows.");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Links_are_resolved_as_realpath_does()
    {
        _scratch.CreateDirectory("real/deep/er");
        _scratch.CreateFile("real/file");
        _scratch.CreateLink("absolute", _scratch["real"]);
        _scratch.CreateLink("relative", "real/deep");
        _scratch.CreateLink("chain", "relative");
        _scratch.CreateLink("real/up", "..");
        _scratch.CreateLink("tricky", "chain/../deep/er/../../file");
        var resolver = new LinkResolver();

        foreach (
            var path in (string[])["real", "absolute", "relative/er", "chain/er", "real/up/real/up/chain", "tricky", "absolute/up/absolute"]
        )
        {
            var expected = await Cli.Wrap("realpath")
                .WithArguments(_scratch[path])
                .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
            Assert.Equal(expected.StandardOutput.TrimEnd('\n'), resolver.Resolve(_scratch[path]));
        }
    }

    [Fact]
    public void What_is_not_there_stays_as_it_is()
    {
        Assert.Equal(_scratch["nothing/here"], new LinkResolver().Resolve(_scratch["nothing/here"]));
    }

    [Fact]
    public void A_circle_has_no_end()
    {
        _scratch.CreateLink("a", "b");
        _scratch.CreateLink("b", "a/c");

        Assert.Null(new LinkResolver().Resolve(_scratch["a/x"]));
    }
}
