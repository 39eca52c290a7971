namespace GoToolchain.Core.Tests.Versions;

public sealed class GoProjectFinderTests : IDisposable
{
    private readonly ProjectTree _tree = new();

    public void Dispose() => _tree.Dispose();

    private void Expect(string spec, string place, string directory = ".", params (string, string)[] variables)
    {
        var project = _tree.Find(directory, variables);
        Assert.Equal((spec, _tree.PathOf(place)), (project?.Spec?.Text, project?.SpecPlace));
    }

    [Fact]
    public void Without_a_project_file_there_is_no_project() => Assert.Null(_tree.Find());

    [Fact]
    public void A_directory_that_does_not_exist_yet_belongs_to_the_project_above()
    {
        _tree.Write("go.mod", "module m\ngo 1.21\n");
        Expect(">=1.21", "go.mod:2", "not/yet/there");
    }

    [Fact]
    public void In_one_directory_the_files_count_in_their_documented_order()
    {
        _tree.Write("go.mod", "go 1.19\n");
        Expect(">=1.19", "go.mod:1");
        _tree.Write(".mise.toml", "[tools]\ngo = '1.20.1'");
        Expect("1.20.1", ".mise.toml:2");
        _tree.Write("mise.toml", "[tools]\ngo = '1.20.2'");
        Expect("1.20.2", "mise.toml:2");
        _tree.Write(".tool-versions", "nodejs 22.1.0\ngolang 1.20.3\n");
        Expect("1.20.3", ".tool-versions:2");
        _tree.Write(".go-version", "1.20.4\n");
        Expect("1.20.4", ".go-version:1");
        _tree.Write("go.mod", "go 1.19\ntoolchain go1.22.5\n");
        Expect("go1.22.5", "go.mod:2");
        _tree.Write("go.work", "go 1.19\ntoolchain go1.22.6\n");
        Expect("go1.22.6", "go.work:2");
        _tree.Write("gotoolchain.json", """{ "version": "1.22.7" }""");
        Expect("1.22.7", "gotoolchain.json:1");
    }

    [Theory]
    [InlineData(".go-version", "1.22.1")]
    [InlineData(".tool-versions", "golang 1.22.1")]
    [InlineData("mise.toml", "tools.go = '1.22.1'")]
    [InlineData("gotoolchain.json", """{"version":"1.22.1"}""")]
    public void A_file_in_a_nearer_directory_wins(string name, string text)
    {
        _tree.Write("gotoolchain.json", """{ "version": "1.23" }""");
        _tree.Write(".go-version", "1.24");
        _tree.Write("sub/" + name, text);
        Expect("1.22.1", $"sub/{name}:1", "sub/deeper");
    }

    [Fact]
    public void A_go_line_below_does_not_hide_the_choice_of_a_file_above()
    {
        _tree.Write("agent/go.mod", "module agent\n\ngo 1.21\n");
        _tree.Write("gotoolchain.json", "{\n  \"version\": \"1.24\"\n}");
        Expect("1.24", "gotoolchain.json:2", "agent");
        var project = _tree.Find("agent");
        Assert.Equal(("1.21", _tree.PathOf("agent/go.mod:3")), (project?.Minimum?.ToString(), project?.MinimumPlace));
    }

    [Fact]
    public void A_gotoolchain_json_above_overrules_a_toolchain_line()
    {
        _tree.Write("agent/go.mod", "go 1.21\ntoolchain go1.22.1\n");
        Expect("go1.22.1", "agent/go.mod:2", "agent");
        _tree.Write(".go-version", "1.23");
        Expect("go1.22.1", "agent/go.mod:2", "agent");
        _tree.Write("gotoolchain.json", """{ "version": "1.24" }""");
        Expect("1.24", "gotoolchain.json:1", "agent");
    }

    [Theory]
    [InlineData("1.20", ">=1.24.2", "home/m/go.mod:1")]
    [InlineData("1.24.1", ">=1.24.2", "home/m/go.mod:1")]
    [InlineData("1.24", "1.24", "home/.tool-versions:1")]
    [InlineData("1.25.1", "1.25.1", "home/.tool-versions:1")]
    [InlineData("system", "system", "home/.tool-versions:1")]
    public void A_version_managers_file_above_counts_only_when_the_module_allows_its_version(string above, string spec, string place)
    {
        _tree.Write("home/.tool-versions", "golang " + above);
        _tree.Write("home/m/go.mod", "go 1.24.2");
        Expect(spec, place, "home/m");
    }

    [Fact]
    public void A_workspace_above_overrules_the_lines_of_a_module()
    {
        _tree.Write("go.work", "go 1.23.0\ntoolchain go1.24.1\nuse ./m\n");
        _tree.Write("m/go.mod", "go 1.22.0\ntoolchain go1.22.5\n");
        Expect("go1.24.1", "go.work:2", "m");
        Assert.Equal("1.23.0", _tree.Find("m")?.Minimum?.ToString());
    }

    [Fact]
    public void Goworks_off_switches_workspaces_off_as_it_does_for_Go()
    {
        _tree.Write("go.work", "go 1.23.0\n");
        _tree.Write("go.mod", "go 1.22.0\n");
        Expect(">=1.23.0", "go.work:1");
        Expect(">=1.22.0", "go.mod:1", ".", ("GOWORK", "off"));
    }

    [Fact]
    public void A_module_above_the_nearest_one_is_another_module()
    {
        _tree.Write("go.mod", "go 1.25\ntoolchain go1.25.1\n");
        _tree.Write("tools/go.mod", "go 1.21\n");
        Expect(">=1.21", "tools/go.mod:1", "tools");
    }

    [Fact]
    public void A_toolchain_line_older_than_the_go_line_does_not_count()
    {
        _tree.Write("go.mod", "go 1.22.3\ntoolchain go1.22.1\n");
        Expect(">=1.22.3", "go.mod:1");
    }

    [Fact]
    public void A_settings_file_without_a_version_leaves_the_choice_to_others()
    {
        var settings = _tree.Write("gotoolchain.json", """{ "mirror": ["../mirror", "https://example.org/go/"], "downloads": "manual" }""");
        var alone = _tree.Find();
        Assert.Null(alone?.Spec);
        Assert.Equal(settings, alone?.SettingsFile);
        Assert.Equal(["../mirror", "https://example.org/go/"], alone?.Settings["mirror"]);
        Assert.Equal(["manual"], alone?.Settings["downloads"]);
        _tree.Write("sub/.go-version", "1.24.4");
        Expect("1.24.4", "sub/.go-version:1", "sub");
        Assert.Equal(settings, _tree.Find("sub")?.SettingsFile);
    }

    [Fact]
    public void A_module_without_go_and_toolchain_lines_says_nothing()
    {
        _tree.Write("go.mod", "module m\n");
        Assert.Null(_tree.Find());
    }

    [Fact]
    public void Directories_that_are_named_like_project_files_are_passed_over()
    {
        Directory.CreateDirectory(_tree.PathOf("go.mod"));
        Directory.CreateDirectory(_tree.PathOf("mise.toml"));
        _tree.Write(".go-version", "1.24.4");
        Expect("1.24.4", ".go-version:1");
    }

    [Fact]
    public void A_file_of_absurd_size_is_refused_without_reading_it()
    {
        var file = _tree.PathOf("go.mod");
        using (var stream = File.Create(file))
        {
            stream.SetLength(1L << 33);
        }

        var refusal = Assert.Throws<GoToolchainException>(() => _tree.Find());
        Assert.Equal((GoErrorCodes.InvalidProjectFile, file), (refusal.Code, refusal.Place));
    }

    [Fact]
    public void A_relative_project_directory_is_refused() =>
        Assert.Equal(
            GoErrorCodes.InvalidSetting,
            Assert.Throws<GoToolchainException>(() => GoProjectFinder.Find("sub", _tree.Machine())).Code
        );

    [Fact]
    public void A_broken_file_that_could_not_change_the_result_is_not_read()
    {
        _tree.Write("gotoolchain.json", "{ broken");
        _tree.Write("mise.toml", "broken [");
        _tree.Write(".go-version", "broken");
        _tree.Write("go.mod", "go broken");
        _tree.Write("sub/gotoolchain.json", """{ "version": "1.24" }""");
        _tree.Write("sub/go.mod", "go 1.21");
        Expect("1.24", "sub/gotoolchain.json:1", "sub");
    }
}
