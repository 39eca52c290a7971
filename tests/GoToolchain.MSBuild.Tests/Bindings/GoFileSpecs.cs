using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Support;
using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Tests.Bindings;

/// <summary>Go source, as far as bindings read it.</summary>
public sealed class GoFileSpecs
{
    private const string Source = """
        package main

        // int preamble(void);
        import "C"

        import "fmt" // "C"

        type (
        	ids  []int32
        	text = string
        )

        var decoy = `
        //export decoy
        func decoy() {}
        `

        // First line,
        // second.
        //
        //	code
        //
        //go:noinline
        //gotoolchain:name Other
        //export lib_first
        func lib_first(a, b int32, list ids, f func(int) string, _ *C.char) (n int, failure *C.char) {
        	return int(a), nil
        }

        // Not above it.

        /* Of a method. */
        //export lib_method
        func (t *text) lib_method(values ...interface{ String() string }) struct{ A, B int } { return f('{', "}") }

        //export lib_types
        func lib_types(int, map[string][]byte, chan<- C.int) {}
        """;

    private static readonly GoFile s_file = GoFileReader.Read("/lib/first.go", Source);

    [Fact]
    public void Exports_are_found_with_their_lines_parameters_and_results()
    {
        Assert.Equal(["lib_first", "lib_method", "lib_types"], s_file.Exports.Select(e => e.Name));
        Assert.All(s_file.Exports, e => Assert.Contains(e.Name + "(", Source.Split('\n')[e.Line - 1], StringComparison.Ordinal));
        Assert.Equal("lib_first(int32,int32,ids,func(int)string,*C.char)(int,*C.char)", s_file.Exports[0].Signature);
        Assert.Equal(["a", "b", "list", "f", ""], s_file.Exports[0].Parameters.Select(p => p.Name));
        Assert.Equal(["recv", "values"], s_file.Exports[1].Parameters.Select(p => p.Name));
        Assert.Equal(["int", "map[string][]byte", "chan<-C.int"], s_file.Exports[2].Parameters.Select(p => p.Type));
    }

    [Fact]
    public void Comments_are_text_for_people_and_directives_for_tools()
    {
        Assert.Equal(["First line,", "second.", "", "\tcode"], s_file.Exports[0].Documentation);
        var directive = Assert.Single(s_file.Exports[0].Directives);
        Assert.Equal(("name", "Other"), (directive.Name, Assert.Single(directive.Arguments)));
        Assert.Equal([" Of a method."], s_file.Exports[1].Documentation);
        Assert.Contains("int preamble(void);", Assert.Single(s_file.Preambles), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_the_package_stand_for_what_they_are()
    {
        var package = new GoPackageSource([s_file]);

        Assert.Equal("[]int32", package.Resolve("ids"));
        Assert.Equal("string", package.Resolve("text"));
        Assert.Equal("C.int", package.Resolve("C.int"));
    }

    [Fact]
    public void A_change_of_an_export_changes_the_fingerprint_and_one_of_its_body_does_not()
    {
        var first = new GoPackageSource([s_file]).Fingerprint();

        Assert.Equal(first, Fingerprint("int(a), nil", "int(b), nil"));
        Assert.NotEqual(first, Fingerprint("a, b int32", "a, b int64"));
        Assert.NotEqual(first, Fingerprint("int preamble(void)", "long preamble(void)"));
    }

    [Fact]
    public void Recovering_adds_to_the_line_of_the_brace_and_moves_no_other()
    {
        var text = RecoveringSource.Create(s_file)!;

        Assert.Equal(Source.Split('\n').Length, text.Split('\n').Length);
        Assert.Contains("failure *C.char) { defer gotoolchain_recovered(&failure);\n", text, StringComparison.Ordinal);
        Assert.Contains("struct{ A, B int } { defer gotoolchain_recovered_aside(); return", text, StringComparison.Ordinal);
        Assert.Contains("func decoy() {}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_become_documentation()
    {
        var code = new CodeWriter();
        Documentation.Write(code, ["A <b> & c", "goes on.", "", "More.", "\tx := 1", "\ty := 2"], "none");

        Assert.Equal(
            """
            /// <summary>
            /// A &lt;b&gt; &amp; c
            /// goes on.
            /// </summary>
            /// <remarks>
            /// <para>More.</para>
            /// <code>
            /// x := 1
            /// y := 2
            /// </code>
            /// </remarks>

            """.ReplaceLineEndings("\n"),
            code.ToString()
        );
    }

    private static ulong Fingerprint(string from, string to) =>
        new GoPackageSource([GoFileReader.Read("/lib/first.go", Source.Replace(from, to, StringComparison.Ordinal))]).Fingerprint();
}
