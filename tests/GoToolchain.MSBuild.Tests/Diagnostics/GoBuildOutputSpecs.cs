using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Tests.Diagnostics;

/// <summary>The texts are what Go 1.19 to 1.24 really print.</summary>
public sealed class GoBuildOutputSpecs
{
    private static readonly string s_directory = Path.GetFullPath("/src/agent");
    private static readonly string s_module = Path.Combine(s_directory, "go.mod");
    private static readonly GoBuildSite s_site = new(s_directory, s_module, Path.GetFullPath("/usr/local/go"));

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

        Assert.Equal((GoErrorCodes.ModuleNotFound, 3, 41), (error.Code, error.Line, error.Column));
        Assert.Contains("\n\tgo get example.com/x\nCure: ", error.Message, StringComparison.Ordinal);
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

        Assert.Equal(new GoDiagnostic(GoErrorCodes.ModuleFileInvalid, "unknown directive: gox", s_module, 3, 0, "go"), error);
    }

    [Theory]
    [InlineData("package example.com/a\n\timports example.com/b\n\timports example.com/a: import cycle not allowed\n", "GOTC3012")]
    [InlineData("main.main: relocation target main.foo not defined\nmain.main: relocation target main.bar not defined\n", "GOTC3023")]
    [InlineData("found packages main (a.go) and other (b.go) in /src/agent\n", "GOTC3001")]
    [InlineData(
        "flag provided but not defined: -x\nusage: go build [-o output] [build flags] [packages]\nRun 'go help build' for details.\n",
        "GOTC3018"
    )]
    [InlineData("a word that\nnobody has heard of\n\twith more\n", "GOTC3002")]
    [InlineData("fatal error: runtime: out of memory\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:3 +0x1d\n", "GOTC3020")]
    [InlineData("panic: runtime error: no space left on device\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:3 +0x1d\n", "GOTC3022")]
    [InlineData("SIGSEGV: segmentation violation\nPC=0x0\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:3 +0x1d\n", "GOTC3019")]
    public void What_has_no_place_is_one_error_with_all_lines(string output, string code)
    {
        var error = Assert.Single(Parse("go: downloading example.com/x v1.0.0\n# example.com/agent\n" + output));

        Assert.Equal((code, s_module, 0), (error.Code.Id, error.File, error.Line));
        Assert.StartsWith(output.TrimEnd(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get \"https://proxy.golang.org/x/@v/list\": dial tcp: lookup proxy.golang.org: no such host")]
    [InlineData(
        "Get \"https://proxy.golang.org/x/@v/list\": tls: failed to verify certificate: x509: certificate signed by unknown authority"
    )]
    [InlineData("reading https://proxy.golang.org/x/@v/v1.0.0.mod: 403 Forbidden")]
    [InlineData("git ls-remote -q origin in /cache/vcs/1: exit status 128:\n\tfatal: could not read Username for 'https://example.com'")]
    public void A_network_that_fails_is_told_apart_from_a_module_that_does_not_exist(string reason)
    {
        var error = Assert.Single(Parse("go: example.com/x@v1.0.0: " + reason + "\n"));

        Assert.Equal(GoErrorCodes.ModuleNotReachable, error.Code);
    }

    [Fact]
    public void An_internal_compiler_error_is_kept_whole_at_its_place()
    {
        var error = Assert.Single(
            Parse(
                "# example.com/agent\n./main.go:7:3: internal compiler error: 'f': bad ptr to array in slice\n\ngoroutine 7 [running]:\n"
                    + "cmd/compile/internal/ssa.f()\n\t/go/src/x.go:3 +0x1\n\nPlease file a bug report including a short program that triggers the error.\n"
                    + "https://go.dev/issue/new\n"
            )
        );

        Assert.Equal((GoErrorCodes.CompilerCrashed, 7, 3), (error.Code, error.Line, error.Column));
        Assert.Contains("https://go.dev/issue/new", error.Message, StringComparison.Ordinal);
        Assert.True(error.SuspectsToolchain);
    }

    [Fact]
    public void The_words_of_the_code_do_not_decide_what_kind_of_error_it_is()
    {
        var error = Assert.Single(
            Parse(
                "# example.com/agent\n./main.go:4:9: cannot use \"no space left on device: permission denied, checksum mismatch\" as int value\n"
            )
        );

        Assert.Equal(GoErrorCodes.CompileError, error.Code);
    }

    [Fact]
    public void What_vet_finds_is_told_apart()
    {
        var errors = Parse(
            "# example.com/agent\n# [example.com/agent]\n./main.go:6:2: fmt.Printf format %d has arg \"x\" of wrong type string\n"
                + "# example.com/agent/b\nvet: b/b.go:3:5: undefined: y\n"
        );

        Assert.Equal([(GoErrorCodes.VetFinding, 6), (GoErrorCodes.VetFinding, 3)], errors.Select(e => (e.Code, e.Line)));
    }

    [Fact]
    public void The_messages_of_clang_and_of_Apples_linker_are_understood()
    {
        var errors = Parse(
            "# example.com/agent\nIn file included from main.go:3:\n./x.h:1:10: fatal error: 'zlib.h' file not found\n#include <zlib.h>\n         ^~~~~~~~\n"
                + "2 warnings and 1 error generated.\n# example.com/b\n/go/pkg/tool/darwin_arm64/link: running clang failed: exit status 1\n"
                + "Undefined symbols for architecture arm64:\n  \"_one\", referenced from:\n      __cgo in 000001.o\nld: symbol(s) not found for architecture arm64\n"
        );

        Assert.Equal([GoErrorCodes.CHeaderMissing, GoErrorCodes.CLinkFailed], errors.Select(e => e.Code));
        Assert.Contains("zlib1g-dev", errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Undefined symbols for architecture arm64:", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_error_of_two_packages_is_shown_once()
    {
        var line = "a.go:3:12: pattern nofile: no matching files found\n";

        Assert.Single(Parse(line + line));
    }

    [Fact]
    public void A_full_disk_that_stops_many_packages_is_one_error_with_all_their_words()
    {
        var error = Assert.Single(
            Parse(
                "internal/goos: write /tmp/go-build5/b012/importcfg: no space left on device\n"
                    + "internal/race: write /tmp/go-build5/b018/importcfg: no space left on device\n"
                    + "# internal/abi\ncompile: writing output: write $WORK/b003/_pkg_.a: no space left on device\n"
            )
        );

        Assert.Equal(GoErrorCodes.DiskFull, error.Code);
        Assert.Contains("internal/goos: write", error.Message, StringComparison.Ordinal);
        Assert.Contains("internal/race: write", error.Message, StringComparison.Ordinal);
        Assert.Contains("compile: writing output", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Message.Split("Cure:").Length);
    }

    [Fact]
    public void An_end_without_a_word_is_still_an_error()
    {
        var error = Assert.Single(GoBuildOutput.Read("", "", 137, isJson: false, s_site));

        Assert.Contains("137", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_paths_and_line_ends_are_understood()
    {
        var error = Assert.Single(Parse("# x\r\n.\\main.go:5:2: undefined: foo\r\n"));

        Assert.Equal((5, 2, "undefined: foo"), (error.Line, error.Column, error.Message));
    }

    private static IReadOnlyList<GoDiagnostic> Parse(string output) => GoBuildOutput.Read("", output, 1, isJson: false, s_site);
}
