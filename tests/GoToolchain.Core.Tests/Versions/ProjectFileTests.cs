using System.Text;
using CsCheck;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Core.Tests.Versions;

public sealed class ProjectFileTests
{
    private static readonly string s_file = Path.Combine(Path.GetPathRoot(Path.GetTempPath())!, "src", "file");

    private static void Refused(Action parse, int line, string reason)
    {
        var refusal = Assert.Throws<GoToolchainException>(parse);
        Assert.Equal(GoErrorCodes.InvalidProjectFile, refusal.Code);
        Assert.Equal($"{s_file}:{line}", refusal.Place);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("module m\n\ngo 1.21\n", "1.21", 3, null)]
    [InlineData("module m\r\n\r\ngo 1.21\r\ntoolchain go1.22.1\r\n", "1.21", 3, "go1.22.1")]
    [InlineData("go 1.21 // the language\n", "1.21", 1, null)]
    [InlineData("go 1.21//the language\n", "1.21", 1, null)]
    [InlineData("// go 1.18\n\tgo \"1.21.3\"\ntoolchain `go1.23.1`", "1.21.3", 2, "go1.23.1")]
    [InlineData("require (\n\tgo v1.2.3\n\ttoolchain v9.9.9 // indirect\n)\ngo 1.22.0\n", "1.22.0", 5, null)]
    [InlineData("require(\n go v1.2.3\n)\ngo 1.22\ntoolchain default\n", "1.22", 4, null)]
    [InlineData("go 1.21\nretract [v1.0.0, v1.9.9] // (\nunknown things ( here\n", "1.21", 1, null)]
    [InlineData("go 1.21\ntoolchain go1.22.1-bigcorp", "1.21", 1, "go1.22.1-bigcorp")]
    [InlineData("go 1.21rc2", "1.21rc2", 1, null)]
    public void A_go_mod_file_gives_its_go_and_toolchain_lines(string text, string minimum, int line, string? toolchain)
    {
        var module = GoModFile.Parse(text, s_file);
        Assert.Equal(minimum, module.Minimum?.ToString());
        Assert.Equal($"{s_file}:{line}", module.MinimumPlace);
        Assert.Equal(toolchain, module.Toolchain?.Spec.Text);
    }

    [Theory]
    [InlineData("module m\ngo\n", 2, "go 1.21")]
    [InlineData("go 1.21 1.22\n", 1, "go 1.21")]
    [InlineData("go go1.21\n", 1, "go 1.21")]
    [InlineData("go v1.21\n", 1, "go 1.21")]
    [InlineData("go 1.21\ngo 1.22\n", 2, "second `go` line")]
    [InlineData("go (\n1.21\n)", 1, "block")]
    [InlineData("toolchain 1.22.1", 1, "toolchain go1.24.4")]
    [InlineData("toolchain go1.x.y", 1, "not a Go version")]
    [InlineData("toolchain go1.22.1\n\ntoolchain default", 3, "second `toolchain` line")]
    [InlineData("\nrequire (\n\tx v1\n", 2, "not closed")]
    [InlineData("module \"m\ngo 1.21", 1, "quoted")]
    public void A_go_mod_line_that_makes_no_sense_is_refused_with_its_place(string text, int line, string reason) =>
        Refused(() => GoModFile.Parse(text, s_file), line, reason);

    [Theory]
    [InlineData("1.24.4", "1.24.4", 1)]
    [InlineData("go1.24.4\n", "go1.24.4", 1)]
    [InlineData("# why\r\n\r\n  1.24  # because\r\n1.23\r\n", "1.24", 3)]
    [InlineData("latest", "stable", 1)]
    [InlineData("system", "system", 1)]
    public void A_go_version_file_gives_its_first_version(string text, string spec, int line) =>
        Assert.Equal((spec, $"{s_file}:{line}"), Told(GoVersionFile.Parse(text, s_file)));

    [Theory]
    [InlineData("golang 1.24.4 1.23.1\n", "1.24.4", 1)]
    [InlineData("nodejs 22\n  go\t1.24 # newest\ngolang 1.20\n", "1.24", 2)]
    [InlineData("golang latest", "stable", 1)]
    [InlineData("golang latest:1.23", "1.23", 1)]
    [InlineData("golang prefix:1.23", "1.23", 1)]
    public void A_tool_versions_file_gives_the_first_version_of_its_golang_line(string text, string spec, int line) =>
        Assert.Equal((spec, $"{s_file}:{line}"), Told(ToolVersionsFile.Parse(text, s_file)));

    [Theory]
    [InlineData("[tools]\ngo = \"1.24.4\"\n", "1.24.4", 2)]
    [InlineData("[env]\ngo = \"1.1\"\n\n[tools]\nnode = \"22\"\ngo = ['1.24', '1.23']\n", "1.24", 6)]
    [InlineData("[tools]\ngo = { version = \"1.23\", os = [\"linux\"] }\n", "1.23", 2)]
    [InlineData("[tools.go]\nversion = \"1.23\"\n", "1.23", 2)]
    [InlineData("tools.golang = 'latest'\n", "stable", 1)]
    [InlineData("[tools]\n\"core:go\" = 'prefix:1.22'\n", "1.22", 2)]
    public void A_mise_file_gives_the_go_of_its_tools(string text, string spec, int line) =>
        Assert.Equal((spec, $"{s_file}:{line}"), Told(MiseFile.Parse(text, s_file)));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("[tools]\nnode = \"22\"\n[tools.other]\ngo = \"1.1\"\n[settings]\ngo_default = \"1.2\"\nversion = \"1.3\"\n")]
    public void A_mise_file_without_go_says_nothing(string text) => Assert.Null(MiseFile.Parse(text, s_file));

    [Fact]
    public void Empty_files_of_version_managers_say_nothing()
    {
        Assert.Null(GoVersionFile.Parse("\n# nothing\n", s_file));
        Assert.Null(ToolVersionsFile.Parse("nodejs 22\n#golang 1.24\n", s_file));
    }

    [Fact]
    public void Mistakes_in_the_files_of_version_managers_are_refused_with_their_place()
    {
        Refused(() => GoVersionFile.Parse("\n1.24.*\n", s_file), 2, "`*`");
        Refused(() => GoVersionFile.Parse("project", s_file), 1, "project");
        Refused(() => ToolVersionsFile.Parse("nodejs 22\ngolang\n", s_file), 2, "not followed");
        Refused(() => ToolVersionsFile.Parse("golang ref:abc", s_file), 1, "not a Go version");
        Refused(() => MiseFile.Parse("[tools]\ngo = 1.20\n", s_file), 2, "quotes");
        Refused(() => MiseFile.Parse("[tools]\ngo = \"1.24\\", s_file), 2, "Not TOML");
        Refused(() => MiseFile.Parse("[tools]\ngo = \"\\ud800\"\n", s_file), 2, "Not TOML");
        Refused(() => MiseFile.Parse("[tools]\ngo = \"1.24\n", s_file), 2, "Not TOML");
        Refused(() => MiseFile.Parse("[tools]\ngo = \"\\ud800\"\n", s_file), 2, "Not TOML");
        Refused(() => MiseFile.Parse("[tools]\n\ngo = \"{{ env.GO }}\"\n", s_file), 3, "not a Go version");
    }

    [Fact]
    public void A_gotoolchain_json_gives_its_members()
    {
        var json = GoToolchainJsonFile.Parse(
            """
            // beside the solution
            {
              "$schema": { "any": ["thing"] },
              "version": ">=1.22 <1.25",
              "sources": ["mirror", "apt"], /* in this order */
              "mirror": "https://example.org/go/",
              "preference": "only-managed",
              "downloads": "never",
            }
            """,
            s_file
        );
        Assert.Equal((">=1.22 <1.25", s_file + ":4"), Told(json.Version));
        Assert.Equal(
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["sources"] = ["mirror", "apt"],
                ["mirror"] = ["https://example.org/go/"],
                ["preference"] = ["only-managed"],
                ["downloads"] = ["never"],
            },
            json.Settings
        );
    }

    [Theory]
    [InlineData(
        "{\n  \"verison\": \"1.24\"\n}",
        2,
        "`version`, `sources`, `mirror`, `mirrorRules`, `preference`, `downloads`, `requireTrust`, `signingKey`"
    )]
    [InlineData("{ \"store\": \"/x\" }", 1, "no member `store`")]
    [InlineData("{ \"version\": \"1.24\",\n\"version\": \"1.23\" }", 2, "twice")]
    [InlineData("{ \"version\": 1.24 }", 1, "has to be a string")]
    [InlineData("{ \"version\": null }", 1, "has to be a string")]
    [InlineData("{ \"version\": [\"1.24\"] }", 1, "has to be a string")]
    [InlineData("{ \"version\": \"1.24.*\" }", 1, "`*`")]
    [InlineData("{ \"version\": \"project\" }", 1, "project")]
    [InlineData("{ \"version\": \"\" }", 1, "empty")]
    [InlineData("{ \"sources\": [] }", 1, "empty list")]
    [InlineData("{ \"sources\": [\"apt\", 1] }", 1, "list of strings")]
    [InlineData("{ \"mirror\": {} }", 1, "string or a list")]
    [InlineData("[]", 1, "object")]
    [InlineData("", 1, "Not JSON")]
    [InlineData("{\n\"version\": \"1.24\"\n", 3, "Not JSON")]
    [InlineData("{} {}", 1, "Not JSON")]
    [InlineData("{ \"mirror\": \"\\ud800\" }", 1, "not valid text")]
    public void A_mistake_in_gotoolchain_json_is_refused_with_its_place(string text, int line, string reason) =>
        Refused(() => GoToolchainJsonFile.Parse(text, s_file), line, reason);

    [Fact]
    public void Byte_order_marks_and_bytes_that_are_not_UTF_8_do_no_harm()
    {
        using var tree = new ProjectTree();
        tree.Write("go.mod", [.. Encoding.UTF8.GetPreamble(), .. "go 1.21\n"u8]);
        Assert.Equal(">=1.21", tree.Find()?.Spec?.Text);
        tree.Write("go.mod", [.. "// caf"u8, 0xE9, .. "\ngo 1.22\n"u8]);
        Assert.Equal(">=1.22", tree.Find()?.Spec?.Text);
        // What `"1.23" > .go-version` gives in Windows PowerShell.
        tree.Write(".go-version", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("1.23\r\n")]);
        Assert.Equal("1.23", tree.Find()?.Spec?.Text);
    }

    [Fact]
    public void A_relative_path_in_a_project_file_begins_at_that_file()
    {
        var statement = GoVersionFile.Parse("path:../go", s_file);
        Assert.Equal(Path.GetFullPath("../go", Path.GetDirectoryName(s_file)!), statement?.Spec.Directory);
    }

    [Theory]
    [InlineData("go.mod")]
    [InlineData("json")]
    [InlineData("mise")]
    [InlineData("tool-versions")]
    [InlineData("go-version")]
    public void Any_text_is_understood_or_refused_with_the_code_of_project_files(string kind)
    {
        Action<string> parse = kind switch
        {
            "go.mod" => text => GoModFile.Parse(text, s_file),
            "json" => text => GoToolchainJsonFile.Parse(text, s_file),
            "mise" => text => MiseFile.Parse(text, s_file),
            "tool-versions" => text => ToolVersionsFile.Parse(text, s_file),
            _ => text => GoVersionFile.Parse(text, s_file),
        };
        Pieces.Sample(text =>
        {
            try
            {
                parse(text);
            }
            catch (GoToolchainException e)
            {
                Assert.Equal(GoErrorCodes.InvalidProjectFile, e.Code);
                Assert.StartsWith(s_file + ":", e.Place, StringComparison.Ordinal);
            }
        });
    }

    // Texts that are nearly right reach deeper into a parser than random characters do.
    private static Gen<string> Pieces { get; } =
        Gen.OneOf<string>(
                Gen.String,
                Gen.OneOf(
                    "go ",
                    "toolchain ",
                    "go1.22.1",
                    "1.21",
                    "default",
                    "\n",
                    "\r\n",
                    " ",
                    "//",
                    "/*",
                    "(",
                    ")",
                    "\"",
                    "`",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "=",
                    "'",
                    "\"version\"",
                    "\"sources\"",
                    "\"mirror\"",
                    "\"$schema\"",
                    "[tools]",
                    "tools.",
                    "go",
                    "golang ",
                    "'''",
                    "\"\"\"",
                    "\\u",
                    "\\ud800",
                    "null",
                    "1e999",
                    "#",
                    "\0",
                    "\ud800",
                    "\u2028"
                )
            )
            .Array[0, 16]
            .Select(pieces => FromFile(string.Concat(pieces)));

    // A text that comes from a file never holds half of a surrogate pair.
    private static string FromFile(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static (string?, string?) Told(VersionStatement? statement) => (statement?.Spec.Text, statement?.Place);
}
