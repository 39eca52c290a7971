using GoToolchain.Fixtures;
using GoToolchain.Sources;
using GoToolchain.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

public sealed class SourceCatalogTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("go.dev", "go.dev", true)]
    [InlineData("mirror", "mirror", true)]
    [InlineData("apt", "apt", true)]
    [InlineData("apt:trixie", "apt:trixie", true)]
    [InlineData("https://mirror.example/golang", "https://mirror.example/golang", true)]
    [InlineData("https://me:secret@mirror.example/golang/", "https://mirror.example/golang/", true)]
    [InlineData("/srv/go mirror", "/srv/go mirror", false)]
    [InlineData("file:///srv/go%20mirror", "/srv/go mirror", false)]
    public void A_name_becomes_a_source_and_nothing_is_asked_of_it(string text, string name, bool needsNetwork)
    {
        var source = Assert.Single(Create(["https://mirror.example/"], text));
        Assert.Equal(name, source.Name);
        Assert.Equal(needsNetwork, source.NeedsNetwork);
    }

    [Theory]
    [InlineData("")]
    [InlineData("godev")]
    [InlineData("apt:")]
    [InlineData("apt:../x")]
    [InlineData("apt:a b")]
    [InlineData("apt:a\nTrusted: yes")]
    [InlineData("relative/directory")]
    [InlineData("ftp://mirror.example/")]
    [InlineData("file://host.example/share")]
    [InlineData("https://")]
    public void Anything_else_is_refused_with_the_forms_that_are_allowed(string text)
    {
        var error = Assert.Throws<GoToolchainException>(() => Create([], text));
        Assert.Equal(GoErrorCodes.InvalidSetting, error.Code);
        Assert.Contains("`apt:SUITE`", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirror_that_is_not_named_is_told()
    {
        var error = Assert.Throws<GoToolchainException>(() => Create([], "mirror"));
        Assert.Contains("GOTC_MIRROR", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_that_of_the_settings() =>
        Assert.Equal(["apt", "go.dev", "/srv"], Create([], "apt", "go.dev", "/srv").Select(s => s.Name));

    private IReadOnlyList<IGoSource> Create(string[] mirrors, params string[] sources) =>
        SourceCatalog.Create(
            new GoToolchainSettings
            {
                Store = _scratch["store"],
                Sources = sources,
                Mirrors = mirrors,
                Offline = false,
                Preference = GoPreference.Managed,
                Downloads = GoDownloads.Automatic,
                LockTimeout = TimeSpan.FromMinutes(1),
            },
            SandboxMachine.In(_scratch),
            new StoreLayout(_scratch["store"]),
            NullLogger.Instance
        );
}
