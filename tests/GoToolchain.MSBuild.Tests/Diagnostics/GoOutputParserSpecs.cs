using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Tests.Diagnostics;

/// <summary>The texts are what Go 1.19 to 1.24 really print.</summary>
public sealed class GoOutputParserSpecs
{
    private static readonly string s_directory = Path.GetFullPath("/src/agent");
    private static readonly string s_module = Path.Combine(s_directory, "go.mod");

    [Fact]
    public void Continuation_lines_belong_to_the_error_above()
    {
        var errors = Parse(
            "# example.com/agent/lib\nlib/l.go:4:9: cannot use 1 (untyped int constant) as string value in return statement\n"
                + "lib/l.go:6:33: not enough return values\n\thave (number)\n\twant (int, string)\n"
        );

        Assert.Equal(2, errors.Count);
        Assert.Equal(
            new GoDiagnostic(
                GoErrorCodes.CompileError,
                "not enough return values\n\thave (number)\n\twant (int, string)",
                Path.Combine(s_directory, "lib", "l.go"),
                6,
                33,
                "go"
            ),
            errors[1]
        );
    }

    [Fact]
    public void A_package_that_nobody_provides_is_an_error_at_the_import()
    {
        var error = Assert.Single(
            Parse("main.go:3:41: no required module provides package example.com/x; to add it:\n\tgo get example.com/x\n")
        );

        Assert.Equal((GoErrorCodes.CompileError, 3, 41), (error.Code, error.Line, error.Column));
        Assert.EndsWith("\n\tgo get example.com/x", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go: go.mod requires go >= 1.99 (running go 1.24.4; GOTOOLCHAIN=local)\n", "1.99")]
    [InlineData("go: example.com/x@v1.2.3 requires go >= 1.25.0 (running go 1.24.4; GOTOOLCHAIN=local)\n", "1.25.0")]
    [InlineData("# example.com/agent\n./main.go:4:2: undefined: x\nnote: module requires Go 1.99\n", "1.99")]
    public void A_module_that_needs_a_newer_Go_says_what_to_set(string output, string version)
    {
        var error = Parse(output)[^1];

        Assert.Equal((GoErrorCodes.GoTooOld, s_module), (error.Code, error.File));
        Assert.Contains($"GoToolchainVersion (or GoVersion on the item) to {version}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go.mod:3: invalid go version '1.21.0': must match format 1.23")]
    [InlineData("go.mod:5: unknown directive: toolchain")]
    public void A_go_mod_that_an_old_Go_cannot_read_is_told_apart_from_a_wrong_one(string line)
    {
        var error = Assert.Single(Parse($"go: errors parsing go.mod:\n{line}\n"));

        Assert.Equal((GoErrorCodes.GoTooOld, s_module), (error.Code, error.File));
    }

    [Fact]
    public void A_wrong_go_mod_is_an_error_at_its_line()
    {
        var error = Assert.Single(Parse("go: errors parsing go.mod:\ngo.mod:3: unknown directive: gox\n"));

        Assert.Equal(new GoDiagnostic(GoErrorCodes.BuildFailed, "unknown directive: gox", s_module, 3, 0, "go"), error);
    }

    [Theory]
    [InlineData("package example.com/a\n\timports example.com/b\n\timports example.com/a: import cycle not allowed\n")]
    [InlineData("main.main: relocation target main.foo not defined\nmain.main: relocation target main.bar not defined\n")]
    [InlineData("found packages main (a.go) and other (b.go) in /src/agent\n")]
    [InlineData(
        "flag provided but not defined: -x\nusage: go build [-o output] [build flags] [packages]\nRun 'go help build' for details.\n"
    )]
    public void What_has_no_place_is_shown_whole(string output)
    {
        var error = Assert.Single(Parse("go: downloading example.com/x v1.0.0\n# example.com/agent\n" + output));

        Assert.Equal(new GoDiagnostic(GoErrorCodes.BuildFailed, output.TrimEnd(), s_module, Subcategory: "go"), error);
    }

    [Fact]
    public void The_same_error_of_two_packages_is_shown_once()
    {
        var line = "a.go:3:12: pattern nofile: no matching files found\n";

        Assert.Single(Parse(line + line));
    }

    [Fact]
    public void An_end_without_a_word_is_still_an_error()
    {
        var error = Assert.Single(GoOutputParser.Parse("", 137, s_directory, s_module));

        Assert.Contains("137", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_paths_and_line_ends_are_understood()
    {
        var error = Assert.Single(Parse("# x\r\n.\\main.go:5:2: undefined: foo\r\n"));

        Assert.Equal((5, 2, "undefined: foo"), (error.Line, error.Column, error.Message));
    }

    private static IReadOnlyList<GoDiagnostic> Parse(string output) => GoOutputParser.Parse(output, 1, s_directory, s_module);
}
