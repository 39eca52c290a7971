using GoToolchain.Core.Tests.Versions;

namespace GoToolchain.Core.Tests.Settings;

public sealed class GoToolchainSettingsTests : IDisposable
{
    private readonly ProjectTree _tree = new();

    public void Dispose() => _tree.Dispose();

    private GoToolchainSettings Resolve(
        GoToolchainOptions? options = null,
        string? json = null,
        params (string Name, string Value)[] variables
    )
    {
        if (json is not null)
        {
            _tree.Write("gotoolchain.json", json);
        }

        var host = _tree.Machine(variables);
        options = options is null ? new GoToolchainOptions { Host = host } : options with { Host = host };
        return GoToolchainSettings.Resolve(options, _tree.Find());
    }

    private static GoToolchainException Refused(Func<object> resolve, string place, string allowed)
    {
        var refusal = Assert.Throws<GoToolchainException>(resolve);
        Assert.Equal(GoErrorCodes.InvalidSetting, refusal.Code);
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }

    [Fact]
    public void Without_any_setting_the_defaults_hold()
    {
        var settings = Resolve();
        Assert.Equal(_tree.PathOf("home/.local/share/gotoolchain"), settings.Store);
        Assert.Equal(["go.dev", "apt"], settings.Sources);
        Assert.Empty(settings.Mirrors);
        Assert.False(settings.Offline);
        Assert.Equal(GoPreference.Managed, settings.Preference);
        Assert.Equal(GoDownloads.Automatic, settings.Downloads);
        Assert.Equal(TimeSpan.FromMinutes(10), settings.LockTimeout);
    }

    [Fact]
    public void The_store_is_the_option_else_the_variable_else_the_place_for_user_data()
    {
        var (a, b) = (_tree.PathOf("a"), _tree.PathOf("b"));
        Assert.Equal(a, Resolve(new() { Store = a + Path.DirectorySeparatorChar }, null, ("GOTC_STORE", b)).Store);
        Assert.Equal(b, Resolve(null, null, ("GOTC_STORE", b), ("XDG_DATA_HOME", a)).Store);
        Assert.Equal(Path.Combine(a, "gotoolchain"), Resolve(null, null, ("XDG_DATA_HOME", a)).Store);
        Assert.Equal(_tree.PathOf("home/.local/share/gotoolchain"), Resolve(null, null, ("XDG_DATA_HOME", "relative")).Store);
        Assert.Equal(_tree.PathOf("home/.local/share/gotoolchain"), Resolve(null, null, ("GOTC_STORE", "")).Store);
    }

    [Theory]
    [InlineData("windows", null, "home/AppData/Local/gotoolchain")]
    [InlineData("windows", "LOCALAPPDATA", "data/gotoolchain")]
    [InlineData("windows", "XDG_DATA_HOME", "home/AppData/Local/gotoolchain")]
    [InlineData("darwin", null, "home/Library/Application Support/gotoolchain")]
    [InlineData("darwin", "XDG_DATA_HOME", "data/gotoolchain")]
    [InlineData("freebsd", null, "home/.local/share/gotoolchain")]
    public void Each_system_has_its_place_for_user_data(string os, string? variable, string store)
    {
        var host = new HostMachine
        {
            Variables = variable is null ? [] : new Dictionary<string, string> { [variable] = _tree.PathOf("data") },
            HomeDirectory = _tree.PathOf("home"),
            TempDirectory = _tree.PathOf("tmp"),
            Platform = new GoPlatform(os, "amd64"),
        };
        Assert.Equal(_tree.PathOf(store), GoToolchainSettings.Resolve(new GoToolchainOptions { Host = host }, null).Store);
    }

    [Fact]
    public void Sources_are_the_option_else_the_variable_else_the_file()
    {
        const string Json = """{ "sources": ["apt", "./feed"] }""";
        Assert.Equal(["go.dev"], Resolve(new() { Sources = ["go.dev"] }, Json, ("GOTC_SOURCES", "apt")).Sources);
        Assert.Equal(
            ["apt:bookworm-backports", "https://example.org/go", "apt"],
            Resolve(null, Json, ("GOTC_SOURCES", " apt:bookworm-backports, https://example.org/go ;;apt")).Sources
        );
        Assert.Equal(["apt", _tree.PathOf("feed")], Resolve(null, Json).Sources);
    }

    [Fact]
    public void Mirrors_are_the_option_else_the_variable_else_the_file_and_may_hold_commas()
    {
        const string Json = """{ "mirror": ["go,mirror", "a;b"] }""";
        var directory = Path.Combine(Path.GetPathRoot(Path.GetTempPath())!, "a, b");
        Assert.Equal(["file:///m"], Resolve(new() { Mirrors = ["file:///m"] }, Json, ("GOTC_MIRROR", directory)).Mirrors);
        Assert.Equal(
            [directory, "https://example.org/a,b/"],
            Resolve(null, Json, ("GOTC_MIRROR", directory + ";https://example.org/a,b/")).Mirrors
        );
        Assert.Equal([_tree.PathOf("go,mirror"), _tree.PathOf("a;b")], Resolve(null, Json).Mirrors);
    }

    [Fact]
    public void A_mirror_alone_means_that_nobody_else_is_asked()
    {
        Assert.Equal(["mirror"], Resolve(null, null, ("GOTC_MIRROR", "https://example.org/go")).Sources);
        Assert.Equal(["mirror"], Resolve(null, """{ "mirror": "https://example.org/go" }""").Sources);
        var both = Resolve(new() { Sources = ["apt", "mirror"] }, null, ("GOTC_MIRROR", "https://example.org/go"));
        Assert.Equal(["apt", "mirror"], both.Sources);
    }

    [Fact]
    public void The_source_mirror_without_a_mirror_is_refused() =>
        Refused(() => Resolve(null, null, ("GOTC_SOURCES", "mirror")), "GOTC_SOURCES", "GOTC_MIRROR");

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("0", false)]
    [InlineData("FALSE", false)]
    [InlineData("no", false)]
    public void Offline_is_the_option_else_the_variable(string variable, bool offline)
    {
        Assert.Equal(offline, Resolve(null, null, ("GOTC_OFFLINE", variable)).Offline);
        Assert.Equal(!offline, Resolve(new() { Offline = !offline }, null, ("GOTC_OFFLINE", variable)).Offline);
    }

    [Fact]
    public void Preference_is_the_option_else_the_variable_else_the_file()
    {
        const string Json = """{ "preference": "only-system" }""";
        var option = new GoToolchainOptions { Preference = GoPreference.Managed };
        Assert.Equal(GoPreference.Managed, Resolve(option, Json, ("GOTC_PREFERENCE", "system")).Preference);
        Assert.Equal(GoPreference.System, Resolve(null, Json, ("GOTC_PREFERENCE", "system")).Preference);
        Assert.Equal(GoPreference.OnlySystem, Resolve(null, Json).Preference);
        Assert.Equal(GoPreference.OnlyManaged, Resolve(null, null, ("GOTC_PREFERENCE", "only-managed")).Preference);
    }

    [Fact]
    public void Downloads_are_the_option_else_the_variable_else_the_file()
    {
        const string Json = """{ "downloads": "never" }""";
        var option = new GoToolchainOptions { Downloads = GoDownloads.Automatic };
        Assert.Equal(GoDownloads.Automatic, Resolve(option, Json, ("GOTC_DOWNLOADS", "manual")).Downloads);
        Assert.Equal(GoDownloads.Manual, Resolve(null, Json, ("GOTC_DOWNLOADS", "manual")).Downloads);
        Assert.Equal(GoDownloads.Never, Resolve(null, Json).Downloads);
    }

    [Theory]
    [InlineData("600", 600)]
    [InlineData("0", 0)]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1h", 3600)]
    public void The_lock_timeout_is_the_option_else_the_variable(string variable, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Resolve(null, null, ("GOTC_LOCK_TIMEOUT", variable)).LockTimeout);
        var option = new GoToolchainOptions { LockTimeout = TimeSpan.FromSeconds(7) };
        Assert.Equal(TimeSpan.FromSeconds(7), Resolve(option, null, ("GOTC_LOCK_TIMEOUT", variable)).LockTimeout);
    }

    [Theory]
    [InlineData("GOTC_OFFLINE", "maybe", "`true`")]
    [InlineData("GOTC_LOCK_TIMEOUT", "abc", "10m")]
    [InlineData("GOTC_LOCK_TIMEOUT", "-1", "10m")]
    [InlineData("GOTC_LOCK_TIMEOUT", "m", "10m")]
    [InlineData("GOTC_LOCK_TIMEOUT", "1.5", "10m")]
    [InlineData("GOTC_LOCK_TIMEOUT", "99999999999", "24 hours")]
    [InlineData("GOTC_LOCK_TIMEOUT", "25h", "24 hours")]
    [InlineData("GOTC_STORE", "relative/store", "absolute")]
    [InlineData("GOTC_STORE", "~/store", "`~`")]
    [InlineData("GOTC_PREFERENCE", "mine", "only-managed")]
    [InlineData("GOTC_DOWNLOADS", "sometimes", "automatic")]
    [InlineData("GOTC_SOURCES", "go.dev,pypi", "apt:SUITE")]
    [InlineData("GOTC_SOURCES", "apt:", "apt:SUITE")]
    [InlineData("GOTC_SOURCES", "./here", "absolute")]
    [InlineData("GOTC_SOURCES", " ; ", "without a single entry")]
    [InlineData("GOTC_MIRROR", "ftp://example.org/go", "https")]
    [InlineData("GOTC_MIRROR", "https://", "https")]
    [InlineData("GOTC_MIRROR", "mirror", "absolute")]
    public void A_bad_value_in_the_environment_is_refused_with_its_variable_and_what_is_allowed(
        string variable,
        string value,
        string allowed
    )
    {
        var refusal = Refused(() => Resolve(null, null, (variable, value)), variable, allowed);
        Assert.Equal(variable, refusal.Place);
    }

    [Theory]
    [InlineData("""{ "preference": "mine" }""", "preference", "only-managed")]
    [InlineData("""{ "downloads": "sometimes" }""", "downloads", "automatic")]
    [InlineData("""{ "sources": "pypi" }""", "sources", "apt:SUITE")]
    [InlineData("""{ "mirror": "ftp://example.org" }""", "mirror", "https")]
    public void A_bad_value_in_gotoolchain_json_is_refused_with_the_file_and_what_is_allowed(string json, string member, string allowed)
    {
        Refused(() => Resolve(null, json), _tree.PathOf("gotoolchain.json"), allowed);
        Refused(() => Resolve(null, json), $"`{member}`", allowed);
    }

    [Fact]
    public void A_bad_value_of_an_option_is_refused_with_the_names_of_the_option()
    {
        Refused(() => Resolve(new() { Store = "store" }), "--store", "absolute");
        Refused(() => Resolve(new() { Store = "store" }), "GoToolchainStore", "absolute");
        Refused(() => Resolve(new() { Sources = ["pypi"] }), "--source", "apt:SUITE");
        Refused(() => Resolve(new() { Mirrors = ["mirror"] }), "--mirror", "absolute");
        Refused(() => Resolve(new() { LockTimeout = TimeSpan.FromSeconds(-5) }), "--lock-timeout", "10m");
    }

    [Fact]
    public void A_value_that_does_not_count_is_not_looked_at() =>
        Assert.True(
            Resolve(
                new() { Offline = true },
                """{ "mirror": "ftp://no" }""",
                ("GOTC_OFFLINE", "maybe"),
                ("GOTC_MIRROR", "https://example.org")
            ).Offline
        );

    [Fact]
    public void Every_setting_can_be_given_as_text()
    {
        var options = new GoToolchainOptions { Host = _tree.Machine() };
        options = options.With(GoSettings.Store, "store", "--store", _tree.Root);
        options = options.With(GoSettings.Sources, "apt;mirror", "--source");
        options = options.With(GoSettings.Mirror, "m", "--mirror", _tree.Root);
        options = options.With(GoSettings.Offline, "yes", "--offline");
        options = options.With(GoSettings.Preference, "only-system", "--preference");
        options = options.With(GoSettings.Downloads, "manual", "--downloads");
        options = options.With(GoSettings.LockTimeout, "5m", "--lock-timeout");
        Assert.Equal(options, GoSettings.All.Aggregate(options, (o, setting) => o.With(setting, "  ", setting.Option)));
        var settings = GoToolchainSettings.Resolve(options, null);
        Assert.Equal(_tree.PathOf("store"), settings.Store);
        Assert.Equal(["apt", "mirror"], settings.Sources);
        Assert.Equal([_tree.PathOf("m")], settings.Mirrors);
        Assert.True(settings.Offline);
        Assert.Equal(GoPreference.OnlySystem, settings.Preference);
        Assert.Equal(GoDownloads.Manual, settings.Downloads);
        Assert.Equal(TimeSpan.FromMinutes(5), settings.LockTimeout);
        foreach (var setting in GoSettings.All)
        {
            Refused(() => options.With(setting, "\u0001", "GoProperty"), "GoProperty", setting.Allowed);
        }
    }
}
